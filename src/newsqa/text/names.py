"""Names: what the tagger marks in a sentence, with the role that stands beside each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from newsqa.model import EntityKind, Span
from newsqa.text import concepts, name_roles
from newsqa.text.name_edges import (
    Run,
    aged,
    dateless,
    handed_on,
    heading,
    in_company,
    led,
    parted,
    with_acronyms,
    with_heads,
    with_known,
    with_particles,
    without_degrees,
)
from newsqa.text.name_headlines import as_told
from newsqa.text.name_joints import rejoined
from newsqa.text.name_lists import (
    BODY,
    COUNTRY,
    DAY,
    GIVEN,
    KNOWN_PLACE,
    NOT_NAME,
    PARTICLE,
    PLACE,
    SMALL,
    TITLE,
    lists,
)
from newsqa.text.name_offices import with_seats, without_holders
from newsqa.text.name_signs import told
from newsqa.text.name_sorts import with_sorts
from newsqa.text.tagger import OUTSIDE, Weights, Words, tag, weights
from newsqa.text.words import Token

_MONEY = frozenset("$€£¥")  # what stands right behind no name: "*A*$3 million"
_KINDS: dict[str, EntityKind] = {"PER": "person", "ORG": "organisation", "LOC": "place"}


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a sentence: `span` without its role, the role beside it, and the kind it seems to be."""

    span: Span
    kind: EntityKind
    role: Span | None = None
    first: int = 0  # index of its first word in the sentence
    last: int = 0


def find(text: str, words: Sequence[Token], code: str) -> list[Mention]:
    """Return the names in one sentence, left to right."""
    return find_all(text, [words], code)[0]


def find_all(text: str, sentences: Sequence[Sequence[Token]], code: str) -> list[list[Mention]]:
    """Return the names in each sentence of one text; what is plain in one sentence tells what is not in another."""
    inside = capitals_inside(sentences)
    seen = [Words(text, words, code) for words in sentences]
    runs = [_tagged(one, inside, weights(code)) for one in seen]
    people = _alone(seen, runs)
    own = as_told(text, seen, [_edged(people, one, found) for one, found in zip(seen, runs, strict=True)])
    whole = told(seen, own, code)
    return [_mentions(text, one, found) for one, found in zip(seen, whole, strict=True)]


def _edged(people: frozenset[str], seen: Words, runs: Sequence[Run]) -> list[Run]:
    """Return the names of a sentence, each with the words that are its own."""
    own = (part for run in _without(people, seen, runs) for part in dateless(seen, run))
    whole = without_degrees(
        seen, with_sorts(seen, rejoined(seen, with_seats(seen, without_holders(seen, handed_on(seen, list(own))))))
    )
    return in_company(seen, led(seen, heading(seen, aged(seen, whole))))


def _tagged(seen: Words, inside: frozenset[str], known: Weights) -> list[Run]:
    tags = tag(seen, known)
    own = [run for run in _runs(seen, tags, inside) if seen.gaps[run[1] + 1][:1] not in _MONEY]
    runs = [part for run in own for part in parted(seen, tags, run)]
    return with_known(seen, list(with_heads(seen, tags, with_acronyms(seen, with_particles(seen, runs)))))


def _alone(seen: Sequence[Words], runs: Sequence[Sequence[Run]]) -> frozenset[str]:
    """Return the single words by which people are called in a text, and nothing else is."""
    called: dict[EntityKind, set[str]] = {"person": set(), "organisation": set(), "place": set(), "other": set()}
    for one, found in zip(seen, runs, strict=True):
        for first, last, kind in found:
            if first == last:
                called[kind].add(one.normals[first])
    return frozenset(called["person"] - called["organisation"] - called["place"])


def _without(people: frozenset[str], seen: Words, runs: Sequence[Run]) -> Iterator[Run]:
    """Yield the names, those that end with somebody known by one word parted before it."""
    for first, last, kind in runs:
        start = next((i for i in range(first, last + 1) if seen.normals[i] in people), last + 1)
        if kind == "other" or start in {first, last + 1} or not _is_bare(seen, start, last):
            yield first, last, kind
            continue
        while start > first and _is_bare(seen, start - 1, start - 1) and GIVEN in seen.flags[start - 1]:
            start -= 1
        if kind == "person" and _is_bare(seen, first, start - 1):
            start = first
        if start > first:
            yield first, start - 1, "organisation" if kind == "person" else kind
        yield start, last, "person"


def _is_bare(seen: Words, first: int, last: int) -> bool:
    """Tell whether every word is a given name or known for nothing else."""
    words = range(first, last + 1)
    return all((GIVEN in seen.flags[i] or not seen.flags[i]) and seen.shapes[i] != "XX" for i in words)


def _mentions(text: str, seen: Words, found: Iterable[Run]) -> list[Mention]:
    runs = list(found)
    named = {at: kind for first, last, kind in runs if kind != "other" for at in range(first, last + 1)}
    mentions = [m for run in runs for m in _mention(seen, *run)]
    return _outside_roles([_with_role(text, seen, m, named) for m in mentions])


def _outside_roles(mentions: Sequence[Mention]) -> list[Mention]:
    """Leave out what is only a word of somebody's role, as "Communications" in a minister's."""
    roles = [m.role for m in mentions if m.role]
    return [m for m in mentions if m.kind != "other" or not any(role.holds(m.span) for role in roles)]


def capitals_inside(sentences: Iterable[Sequence[Token]]) -> frozenset[str]:
    """Return the normal forms of the words that stand in capitals inside sentences, not only at their beginning."""
    return frozenset(w.normal for words in sentences for w in words[1:] if w.text[0].isupper())


def is_head(words: tuple[str, ...], code: str) -> bool:
    """Tell whether normal forms are a word by which bodies or places are called, as "Partai" or "City"."""
    return lists(code).is_(BODY, words) or lists(code).is_(PLACE, words)


def is_honour(word: Token, code: str) -> bool:
    """Tell whether a word only honours a name, as "Prof": articles leave it out; an office says something itself."""
    return lists(code).is_(TITLE, (word.normal,)) and not concepts.find([word], code, loose=True)


def longest_title(words: Sequence[Token], at: int, code: str) -> int:
    """Return how many words the longest title or role that begins at a word has; 0 for none."""
    return lists(code).title([w.normal for w in words[at : at + lists(code).longest]], 0)


def is_title(words: Sequence[Token], at: int, code: str) -> bool:
    """Tell whether a title or role begins at a word."""
    return longest_title(words, at, code) > 0


def _runs(seen: Words, tags: Sequence[str], inside: frozenset[str]) -> Iterator[Run]:
    """Yield the first and last word of each name with its kind: those tagged, then other runs of capitals."""
    at = 0
    while at < len(tags):
        last = at
        if tags[at] != OUTSIDE and (tags[at][0] == "B" or seen.shapes[at][0] != "x"):
            last = _tagged_end(seen, tags, at)
            body = last > at and BODY in seen.flags[last] and GIVEN not in seen.flags[last]
            yield at, last, "organisation" if body else _KINDS[tags[at][2:]]
        elif _is_untagged_name(seen, at, inside):
            while last + 1 < len(tags) and tags[last + 1] == OUTSIDE and _goes_on(seen, last + 1):
                last += 1
            yield at, last, "other"
        at = last + 1


def _tagged_end(seen: Words, tags: Sequence[str], first: int) -> int:
    """Return where a tagged name ends; a person's goes on over a particle and a strange capital."""
    last, person = first, tags[first][2:] == "PER"
    while last + 1 < len(tags):
        after = last + 1
        if tags[after] == f"I-{tags[first][2:]}":
            last = after
        elif person and (step := _person_goes_on(seen, tags, after)):
            last += step
        else:
            break
    while last > first and seen.shapes[last][0] == "x" and not _may_end(seen, last):
        last -= 1
    return last


def _may_end(seen: Words, at: int) -> bool:
    """Tell whether a small word may end a person's name: a particle, or one in a name all in small letters."""
    return PARTICLE in seen.flags[at] or seen.shapes[at - 1][0] == "x"


def _person_goes_on(seen: Words, tags: Sequence[str], at: int) -> int:
    """Return how many words more a person's name has: "bin Rashid", "Al Habsyi", a name tagged as a second one."""
    if seen.gaps[at] != " ":
        return 0
    if PARTICLE in seen.flags[at - 1] and seen.stands_out(at):
        return 1
    if tags[at] == "B-PER" and not _is_plain(seen, at):
        return 1
    if PARTICLE in seen.flags[at] and at + 1 < len(tags) and seen.gaps[at + 1] == " ":
        return 2 if tags[at + 1][2:] in {"", "PER"} and seen.stands_out(at + 1) else 0
    strange = seen.stands_out(at) and seen.known[at] == "n" and seen.flags[at] in {"", GIVEN}
    return int(tags[at] == OUTSIDE and strange)


def _is_untagged_name(seen: Words, at: int, inside: frozenset[str]) -> bool:
    """Tell whether a word that the tagger passed over stands in capitals as only names do."""
    first = seen.opens(at) and seen.normals[at] not in inside and seen.shapes[at] != "XX"
    return seen.shapes[at][0] == "X" and not first and not _is_plain(seen, at)


def _is_plain(seen: Words, at: int) -> bool:
    """Tell whether a capital is a title, a weekday or a small word."""
    return any(flag in seen.flags[at] for flag in (TITLE, DAY, NOT_NAME, SMALL))


def _goes_on(seen: Words, at: int) -> bool:
    return seen.gaps[at] == " " and seen.shapes[at][0] in "X9" and not _is_plain(seen, at)


def _mention(seen: Words, first: int, last: int, kind: EntityKind) -> Iterator[Mention]:
    """Yield a name as a mention, without the titles that the tagger left before a person's name."""
    first += name_roles.titles(seen, first, last) if kind == "person" else 0
    normals = tuple(seen.normals[first : last + 1])
    if seen.table.is_(NOT_NAME, normals) or (first == last and _tells_of_next(seen, first)):
        return
    if seen.table.is_(COUNTRY, normals) or (kind == "other" and seen.table.is_(KNOWN_PLACE, normals)):
        kind = "place"
    elif first == last and _is_peoples(seen, first):
        kind = "other"
    yield Mention(_span(seen, first, last), kind, None, first, last)


def _is_peoples(seen: Words, at: int) -> bool:
    """Tell whether a word only describes, as a people's name does: "the *Swiss* climber"."""
    plain = seen.shapes[at] == "Xx" and seen.known[at] == "w" and seen.flags[at] in {"", TITLE, SMALL}
    return plain and seen.normals[at] in seen.table.peoples


def _tells_of_next(seen: Words, at: int) -> bool:
    """Tell whether a word only says where what is named behind it is from: "*Kenyan* Ida Moss", "*Tokyo-based* ..."."""
    capital = at + 1 < len(seen.words) and seen.gaps[at + 1] == " " and seen.stands_out(at + 1)
    left, _, right = seen.words[at].text.partition("-")
    made = right.islower() and right != left.casefold()
    return made or (capital and _is_peoples(seen, at))


def _with_role(text: str, seen: Words, mention: Mention, named: Mapping[int, EntityKind]) -> Mention:
    if mention.kind != "person":
        return mention
    before = name_roles.before(seen, named, mention.first)
    if before is not None:
        return replace(mention, role=_closed(text, _span(seen, *before)))
    after = name_roles.after(text, seen, mention.last)
    return replace(mention, role=_span(seen, *after)) if after else mention


def _span(seen: Words, first: int, last: int) -> Span:
    return Span(start=seen.words[first].start, end=seen.words[last].end)


def _closed(text: str, span: Span) -> Span:
    """Return a role with the bracket that closes behind its last word: "Menteri Perdagangan (Mendag)"."""
    opened = span.of(text).count("(") > span.of(text).count(")") and text[span.end : span.end + 1] == ")"
    return Span(start=span.start, end=span.end + 1) if opened else span
