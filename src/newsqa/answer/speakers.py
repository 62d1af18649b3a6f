"""Whether the speaker of a quotation is the one that a question names, by name or by role."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsqa.answer.page import terms_of
from newsqa.answer.view import Group, View, is_word, likes
from newsqa.languages import load
from newsqa.model import Entity, Quote, Span
from newsqa.text import concepts
from newsqa.text.kin import kin
from newsqa.text.names import is_honour
from newsqa.text.relations import of_class
from newsqa.text.words import tokens

_AROUND = 90  # characters before and behind a name in which its role is said
_OFFICE = 40  # characters behind the name of a body in which the office ends of one who is named with it
_BY_NAME = 0.75  # how sure a speaker is who is met by name, whatever role the question gives
_NAMED = 0.9  # from which a word is part of the name
_UNSAID = 0.4  # what a word for a role counts that the article does not say of the speaker
_ROLE = 0.9  # what a word counts that the speaker's role says, not the name
_BESIDE = 0.75  # what it counts where it stands beside the name that the cue belongs to
_NEAR = 0.72  # what a word for a role or office counts where it stands near the name elsewhere
_HEAD = 0.7  # what a word for the head of a body counts where another one stands there: boss, chair, president
_NAME_NEAR = 0.6  # and what another name counts there
_DESCRIBED = 0.5  # from which a word tells enough of a speaker for the others to say more of them
_OWNER = 0.6  # what somebody else's name counts that stands where the speaker comes in: whose mother, whose lawyer
_INTRODUCED = 0.6  # what another word counts that stands there
_SPEAKING = frozenset({"person", "organisation"})  # kinds of speakers beside whom people are named who are others
_ABOUT = 0.4  # and what one counts that the article says anywhere
_KIN = 0.5  # share from which a kin of a word stands for it in a role


def same(view: View, groups: Sequence[Group], quote: Quote) -> float:
    """Return how surely the words name the quotation's speaker, 0 to 1."""
    if not groups:
        return 1.0
    heard = heard_of(view, quote)
    met = [max(_strengths(view, g, heard)) for g in groups]
    if any(strength >= _DESCRIBED for strength in met):
        met = [strength or _scene(view, g, heard) for g, strength in zip(groups, met, strict=True)]
    named = [(strength, view.weight(g), is_word(g)) for g, strength in zip(groups, met, strict=True)]
    counted = [(n, w * (_UNSAID if word and not n else 1.0)) for n, w, word in named]
    share = sum(n * w for n, w in counted) / (sum(w for _, w in counted) or 1.0)
    return max(share, _BY_NAME) if _by_name([n for n, _, word in named if not word]) else share


def strength(view: View, group: Group, quote: Quote) -> float:
    """Return how surely a word of the question is one for a quotation's speaker."""
    return max(_strengths(view, group, heard_of(view, quote)))


def _by_name(strengths: Sequence[float]) -> bool:
    """Tell whether the words that are no words for a role name someone: all of them, or two."""
    met = sum(strength > _NAMED for strength in strengths)
    return met > 1 or (bool(strengths) and met == len(strengths))


def _scene(view: View, group: Group, heard: _Heard) -> float:
    """Return what a word tells of one who is described: whose they are, how they come in, what the article is of."""
    if not heard.owners.isdisjoint(group):
        return _OWNER
    if not heard.others.isdisjoint(group):
        return 0.0
    if not heard.introduced.isdisjoint(group):
        return _INTRODUCED
    return _ABOUT if view.places(group) else 0.0


class _Heard(NamedTuple):
    """What an article says of one quotation's speaker: words and terms of the name, and of what stands by it."""

    words: frozenset[str]
    terms: frozenset[str]
    role: frozenset[str]
    others: frozenset[str]
    beside: frozenset[str]
    around: frozenset[str]
    introduced: frozenset[str]
    owners: frozenset[str]


def _strengths(view: View, group: Group, heard: _Heard) -> Iterator[float]:
    if not heard.terms.isdisjoint(group):
        yield 1.0
        return
    yield max((like for _, like in likes(group[0], heard.words)), default=0.0) * 0.95
    if not heard.role.isdisjoint(group):
        yield _ROLE
    elif not heard.others.isdisjoint(group):
        return
    elif not heard.beside.isdisjoint(group):
        yield _BESIDE
    elif not heard.around.isdisjoint(group):
        yield _NEAR if is_word(group) or group[0].upper() in view.text else _NAME_NEAR
    else:
        told = kin(group, view.found.language)
        near = heard.role | heard.beside | heard.around
        heads = of_class("heads")
        yield _HEAD * (not heads.isdisjoint(group) and not heads.isdisjoint(near))
        yield max((share for term in near if (share := told.get(term, 0.0)) >= _KIN), default=0.0)


def heard_of(view: View, quote: Quote) -> _Heard:
    """Return what the article says of a speaker, found once."""
    at = (quote.mention.start, quote.mention.end) if quote.mention else None
    found: _Heard | None = view.page.kept.get(("heard", quote.speaker, at))
    if found is None:
        found = view.page.kept["heard", quote.speaker, at] = _listened(view, quote, _entity(view, quote))
    return found


def role_terms(role: str, code: str) -> frozenset[str]:
    """Return every term of a role, and the country that it is of: who is asked what Egypt says, asks its minister."""
    terms = terms_of(role, code)
    return terms.union(*map(concepts.of_country, terms))


def _listened(view: View, quote: Quote, entity: Entity | None) -> _Heard:
    code, forms = view.found.language, _forms(view, quote, entity)
    first = _introduction(view, quote, entity)
    words = frozenset(w.normal for form in forms for w in tokens(form))
    return _Heard(
        words=words,
        terms=words.union(*(terms_of(form, code) for form in forms)),
        role=role_terms(entity.role, code) if entity and entity.role else frozenset(),
        others=frozenset(_others(view, entity) - _holders(view, quote)),
        beside=role_terms(_beside(view, quote.mention), code) if quote.mention else frozenset(),
        around=frozenset().union(*(role_terms(text, code) for text in _surroundings(view, entity)))
        if entity
        else frozenset(),
        introduced=terms_of(first, code),
        owners=frozenset(_bare(w.normal, code) for w in tokens(first)) | _called(view, quote, entity),
    )


def _bare(word: str, code: str) -> str:
    """Return a word without the ending that makes what follows somebody's: "Ruiz's"."""
    ending = next((p for p in load(code).names.possessives if word.endswith(p)), "")
    return word.removesuffix(ending)


def _introduction(view: View, quote: Quote, entity: Entity | None) -> str:
    """Return the sentence that first names a speaker, or that one without a name speaks in, and the one before."""
    at = _introduced(view, quote, entity)
    return view.text[view.sentences[max(0, at - 1)].span.start : view.sentences[at].span.end]


def _introduced(view: View, quote: Quote, entity: Entity | None) -> int:
    return view.at(entity.mentions[0]) if entity and entity.mentions else view.at(quote.sentence)


def _called(view: View, quote: Quote, entity: Entity | None) -> frozenset[str]:
    """Return every name of the people who are named where a speaker comes in, by whichever."""
    at = _introduced(view, quote, entity)
    people = (e for e in view.found.entities if e.kind == "person")
    near = (e for e in people if any(at - 1 <= view.at(m) <= at for m in e.mentions))
    return frozenset(w.normal for e in near for w in tokens(e.name))


def _forms(view: View, quote: Quote, entity: Entity | None) -> list[str]:
    forms = [quote.speaker or "", quote.mention.of(view.text) if quote.mention else ""]
    return forms + ([entity.name, *entity.aliases] if entity else [])


def _entity(view: View, quote: Quote) -> Entity | None:
    return next((e for e in view.found.entities if quote.speaker in (e.name, *e.aliases)), None)


def _others(view: View, entity: Entity | None) -> set[str]:
    """Return the words of other people's names; near someone, or a body, they do not tell who that is."""
    if entity is None or entity.kind not in _SPEAKING:
        return set()
    people = [e for e in view.found.entities if e.kind == "person" and e != entity]
    return {w.normal for e in people for w in tokens(e.name)} - {w.normal for w in tokens(entity.name)}


def _holders(view: View, quote: Quote) -> set[str]:
    """Return the words of the name of one who holds an office of a body named with it: "SPC ethics head Ida Moss"."""
    end = quote.mention.end if quote.mention else 0
    near = (p for p in _people(view) if end < p.start <= end + _OFFICE and "," not in view.text[end : p.start])
    return {w.normal for person in near for w in tokens(person.of(view.text))}


def _beside(view: View, mention: Span) -> str:
    sentence = view.sentences[view.at(mention)].span
    return view.text[max(sentence.start, mention.start - _AROUND) : min(sentence.end, mention.end + _AROUND)]


def _surroundings(view: View, entity: Entity) -> Iterator[str]:
    for _, texts in around(view, entity):
        yield from texts


def around(view: View, entity: Entity) -> Iterator[tuple[Span, tuple[str, str]]]:
    """Yield each mention with what stands before and behind it, up to the next other person's name."""
    own, people = set(entity.mentions), _people(view)
    for span in entity.mentions:
        sentence = view.sentences[view.at(span)].span
        first, last = max(sentence.start, span.start - _AROUND), min(sentence.end, span.end + _AROUND)
        beside = [p for p in people if first < p.end and p.start < last and p not in own]
        start = max([first, *(p.end for p in beside if p.end <= span.start)])
        end = min([last, *(p.start for p in beside if p.start >= span.end)])
        before = _last_part(view.text[start : span.start], view.found.language)
        yield span, (before, _aside(view.text[span.end : end]))


def _people(view: View) -> list[Span]:
    """Return where people are named, found once an article."""
    found: list[Span] | None = view.page.kept.get("people")
    if found is None:
        everyone = (p for other in view.found.entities if other.kind == "person" for p in other.mentions)
        found = view.page.kept["people"] = list(everyone)
    return found


def _last_part(before: str, code: str) -> str:
    """Return what leads up to a name: behind the last comma, or the part that the comma before the name ends.

    A mere title behind a comma, "the vicar, *the Rev.*", does not: what stands before it is part of that.
    """
    rest, _, last = before.rstrip(" ,").rpartition(",")
    words = tokens(last)
    honours = bool(words) and all(is_honour(w, code) or w.normal in load(code).about.function_words for w in words)
    return f"{rest.rpartition(',')[2]} {last}" if honours else last


def _aside(behind: str) -> str:
    """Return what a comma or bracket behind a name adds to it."""
    opens = behind.lstrip()[:1]
    return behind.lstrip(" ,(").partition(")" if opens == "(" else ",")[0] if opens in {",", "("} else ""
