"""Names: runs of capitals, cut into the role before a name and the name itself, and what kind of thing it names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from newsqa.languages import load
from newsqa.model import EntityKind, Span
from newsqa.text import concepts
from newsqa.text.lemmas import is_word
from newsqa.text.terms import countries
from newsqa.text.words import Token, normalise

_JOINT = re.compile(r"[ \t]|\. ?|-|’|'| [\"“](?=\w+[\"”] \w)|(?<=\w)[\"”] ")
_SHORTEST = 4  # characters; a full stop after a longer word ends a sentence, not an abbreviation
_MOST_INITIALS = 6  # characters; capitals up to this long are an acronym or a person's initials


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a sentence: `span` without its role, the role before it, and the kind it seems to be."""

    span: Span
    kind: EntityKind
    role: Span | None = None
    first: int = 0  # index of its first word in the sentence
    last: int = 0


@dataclass(frozen=True, slots=True)
class _Lists:
    """A language's name words by normal form; phrases as tuples."""

    code: str
    titles: frozenset[tuple[str, ...]]
    particles: frozenset[str]
    organisations: frozenset[tuple[str, ...]]
    places: frozenset[tuple[str, ...]]
    before_place: frozenset[str]
    after_name: frozenset[str]
    excluded: frozenset[tuple[str, ...]]
    calendar: frozenset[tuple[str, ...]]
    joiners: frozenset[str]
    small: frozenset[str]
    countries: frozenset[tuple[str, ...]]
    given: frozenset[str]


def find(text: str, words: Sequence[Token], code: str, inside: frozenset[str] = frozenset()) -> list[Mention]:
    """Return the names in a sentence, left to right.

    `inside` holds the normal forms that stand in capitals inside sentences of the same text: a sentence that begins
    with one of them begins with a name.
    """
    lists = _lists(code)
    runs = _runs(text, words, lists, inside)
    return [m for first, last in runs for m in _cut(text, words, first, last, lists)]


def capitals_inside(sentences: Iterable[Sequence[Token]]) -> frozenset[str]:
    """Return the normal forms of the words that stand in capitals inside sentences, not only at their beginning."""
    return frozenset(w.normal for words in sentences for w in words[1:] if w.text[0].isupper())


def is_head(words: tuple[str, ...], code: str) -> bool:
    """Tell whether normal forms are a word by which bodies or places are called, as "Partai" or "City"."""
    lists = _lists(code)
    return words in lists.organisations or words in lists.places


def longest_title(words: Sequence[Token], at: int, code: str) -> int:
    """Return how many words the longest title or role that begins at a word has; 0 for none."""
    titles = _lists(code).titles
    return next((n for n in (5, 4, 3, 2, 1) if _phrase(words, at, n) in titles), 0)


def is_title(words: Sequence[Token], at: int, code: str) -> bool:
    """Tell whether a title or role begins at a word."""
    return longest_title(words, at, code) > 0


def _runs(text: str, words: Sequence[Token], lists: _Lists, inside: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield the first and last word of each run of capitals, particles inside it included."""
    at = 0
    while at < len(words):
        if not _is_capital(words, at, lists, inside):
            at += 1
            continue
        end = at
        while (after := _next(text, words, end, lists)) is not None:
            end = after
        yield at, end
        at = end + 1


def _is_capital(words: Sequence[Token], at: int, lists: _Lists, inside: frozenset[str]) -> bool:
    word = words[at]
    if word.text[0].isdigit():
        return False
    if not word.text[0].isupper():
        return _is_prefixed(word, lists)
    if at == 0 and _is_opening(words, lists, inside):
        return False
    return word.normal not in lists.small or word.text.isupper()


def _is_prefixed(word: Token, lists: _Lists) -> bool:
    """Tell whether a word is a name behind its particle, as in "al-Sulaimi"."""
    head, hyphen, rest = word.text.partition("-")
    return bool(hyphen) and rest[:1].isupper() and normalise(head) in lists.particles


def _is_opening(words: Sequence[Token], lists: _Lists, inside: frozenset[str]) -> bool:
    """Tell whether a sentence begins with an ordinary word rather than a name."""
    first = words[0]
    if first.normal in lists.small:
        return True
    if first.normal in lists.given or first.normal in inside or first.text.isupper() or _begins_name(words, lists):
        return False
    return is_word(first.normal, lists.code)


def _begins_name(words: Sequence[Token], lists: _Lists) -> bool:
    phrases = [_phrase(words, 0, n) for n in (1, 2, 3, 4)]
    known = (lists.titles, lists.organisations, lists.places, lists.countries, _lexicon("place", lists.code))
    return any(p in table for p in phrases for table in (*known, _lexicon("organisation", lists.code)) if p)


def _next(text: str, words: Sequence[Token], end: int, lists: _Lists) -> int | None:
    for ahead in (1, 2, 3):
        if end + ahead >= len(words) or not _joined(text, words[end + ahead - 1], words[end + ahead]):
            return None
        word = words[end + ahead]
        if word.text[0].isupper() and (word.normal not in lists.small or word.text.isupper()):
            return end + ahead
        if _is_prefixed(word, lists):
            return end + ahead
        if ahead == 1 and _continues_body(words, end + 1, lists):
            continue
        if word.normal not in lists.particles or _is_calendar(words, end + ahead + 1, lists):
            return end + ahead if ahead == 1 and word.text.isdigit() and len(word.text) < 3 else None
    return None


def _is_calendar(words: Sequence[Token], at: int, lists: _Lists) -> bool:
    return _phrase(words, at, 1) in lists.calendar


def _continues_body(words: Sequence[Token], at: int, lists: _Lists) -> bool:
    """Tell whether "and" joins two words of one body's name, as in "Kementerian Kelautan dan Perikanan"."""
    if words[at].normal not in lists.joiners or at + 1 >= len(words):
        return False
    after = words[at + 1]
    begins = next((i for i in range(at - 1, -1, -1) if not words[i].text[0].isupper()), -1) + 1
    heads = any(_phrase(words, begins + k, 1) in lists.organisations for k in range(2))
    names_itself = any(_phrase(words, at + 1, n) in lists.organisations | lists.titles for n in (1, 2))
    return heads and after.text[0].isupper() and not names_itself and _belongs_to_body(words, at + 1, lists)


def _joined(text: str, left: Token, right: Token) -> bool:
    joint = _JOINT.match(text, left.end)
    if joint is None or joint.end() != right.start:
        return False
    return not joint.group().startswith(".") or len(left.text) <= _SHORTEST


def _cut(text: str, words: Sequence[Token], first: int, last: int, lists: _Lists) -> Iterator[Mention]:
    """Yield the name that a run holds, and before it the body or country that its bearer's role belongs to."""
    while first <= last and (words[first].normal,) in lists.calendar:
        first += 1
    while first <= last and words[first].text.isdigit():
        first += 1
    if first > last or tuple(w.normal for w in words[first : last + 1]) in lists.excluded:
        return
    after_role = _role_end(words, first, last, lists)
    begins = _name_start(text, words, first, after_role, last, lists)
    if begins > last:
        if not _is_role(words, first, last, lists):
            yield _mention(words, first, last, None, lists)
        return
    role = Span(start=words[first].start, end=words[begins - 1].end) if begins > first else None
    role = role or _small_role(text, words, first, lists)
    if begins > after_role:
        yield _mention(words, after_role, begins - 1, None, lists)
    yield _mention(words, begins, last, role, lists)


def _role_end(words: Sequence[Token], first: int, last: int, lists: _Lists) -> int:
    """Return where the roles and titles that a run begins with end."""
    at = first
    while at <= last:
        length = next((n for n in (4, 3, 2, 1) if _phrase(words, at, n) in lists.titles), 0)
        if not length or at + length - 1 > last or _is_particle(words, at + length, lists):
            break
        at += length
    return at


def _is_particle(words: Sequence[Token], at: int, lists: _Lists) -> bool:
    return at < len(words) and words[at].text.islower() and words[at].normal in lists.particles


def _name_start(text: str, words: Sequence[Token], first: int, after_role: int, last: int, lists: _Lists) -> int:
    """Return where the person's name starts in "Kementerian Luar Negeri Iran Nasser Kanani", after the body's name."""
    middle = [i + 1 for i in range(after_role + 1, last) if (words[i].normal,) in lists.titles]
    if middle:
        return middle[-1]
    has_role = after_role > first or _small_role(text, words, first, lists) is not None
    if after_role > last or not (has_role or _is_organisation(words, after_role, lists)):
        return after_role
    start = after_role
    while start <= last and _belongs_to_body(words, start, lists):
        start += 1
    return start if start <= last and (has_role or last > start) else after_role


def _is_organisation(words: Sequence[Token], first: int, lists: _Lists) -> bool:
    known = lists.organisations | _lexicon("organisation", lists.code)
    return any(_phrase(words, first, n) in known for n in (1, 2, 3))


def _belongs_to_body(words: Sequence[Token], at: int, lists: _Lists) -> bool:
    """Tell whether a capital is a word, country or acronym of a body's name, and not a person's given name."""
    word = words[at]
    if word.normal in lists.given or len(word.text) == 1:
        return False
    in_lexicon = (word.normal,) in _lexicon("organisation", lists.code)
    return _is_acronym(word) or in_lexicon or _is_country(word, lists) or is_word(word.normal, lists.code)


def _is_country(word: Token, lists: _Lists) -> bool:
    return (word.normal,) in lists.countries


def _is_role(words: Sequence[Token], first: int, last: int, lists: _Lists) -> bool:
    return _role_end(words, first, last, lists) > last


def _small_role(text: str, words: Sequence[Token], first: int, lists: _Lists) -> Span | None:
    """Return a role in small letters just before a name, as in "juru bicara Rina"."""
    for n in (4, 3, 2, 1):
        if first < n or not text[words[first - 1].end : words[first].start].isspace():
            continue
        if _phrase(words, first - n, n) in lists.titles:
            return Span(start=words[first - n].start, end=words[first - 1].end)
    return None


def _mention(words: Sequence[Token], first: int, last: int, role: Span | None, lists: _Lists) -> Mention:
    span = Span(start=words[first].start, end=words[last].end)
    return Mention(span, _kind(words, first, last, role, lists), role, first, last)


def _kind(words: Sequence[Token], first: int, last: int, role: Span | None, lists: _Lists) -> EntityKind:
    """Return the kind that the first of these rules sees; the order is that of how seldom each errs."""
    heads = [*(_phrase(words, first, n) for n in (1, 2, 3)), _phrase(words, last, 1)]
    whole = tuple(w.normal for w in words[first : last + 1])
    rules: tuple[tuple[bool, EntityKind], ...] = (
        (any(h in lists.organisations for h in heads), "organisation"),
        (any(h in lists.places for h in heads), "place"),
        (all(_is_country(w, lists) for w in words[first : last + 1]), "place"),
        (whole in lists.countries or whole in _lexicon("place", lists.code), "place"),
        (whole in _lexicon("organisation", lists.code), "organisation"),
        (role is not None, "person"),
        (first == last and _is_acronym(words[first]), "organisation"),
        (first > 0 and words[first - 1].normal in lists.before_place, "place"),
        (_looks_human(words, first, last, lists), "person"),
    )
    return next((kind for holds, kind in rules if holds), "other")


def _is_acronym(word: Token) -> bool:
    return word.text.isupper() and 1 < len(word.text) <= _MOST_INITIALS


def _looks_human(words: Sequence[Token], first: int, last: int, lists: _Lists) -> bool:
    run = words[first : last + 1]
    strange = sum(not is_word(w.normal, lists.code) for w in run)
    return len(run) <= 5 and strange * 2 >= len(run) and not any(w.text[0].isdigit() for w in run)


def _phrase(words: Sequence[Token], first: int, length: int) -> tuple[str, ...]:
    return tuple(w.normal for w in words[first : first + length]) if first + length <= len(words) else ()


@cache
def _lexicon(kind: str, code: str) -> frozenset[tuple[str, ...]]:
    return frozenset(
        tuple(normalise(word) for word in form.split())
        for row in concepts.rows()
        if row.kind == kind
        for form in row.forms[code]
    )


@cache
def _lists(code: str) -> _Lists:
    names, language = load(code).names, load(code)
    return _Lists(
        code=code,
        titles=_phrases(names.titles) | _lexicon("role", code),
        particles=frozenset(map(normalise, names.particles)),
        organisations=_phrases(names.organisation_heads),
        places=_phrases(names.place_heads),
        before_place=frozenset(names.place_before),
        after_name=frozenset(map(normalise, names.after_name)),
        excluded=_phrases(names.not_names),
        joiners=frozenset(names.joiners),
        calendar=_phrases((*language.times.months, *language.times.weekdays)),
        small=frozenset(language.about.function_words),
        countries=countries(code) | frozenset(p for p in _lexicon("place", code) if len(p) == 1),
        given=frozenset(map(normalise, names.given_names)),
    )


def _phrases(forms: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(normalise(word) for word in form.replace(".", " ").split()) for form in forms)
