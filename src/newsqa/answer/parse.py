"""A question's words, read: what is wanted, about whom, about what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from newsqa.answer import days
from newsqa.answer.counted import counted
from newsqa.answer.forms import Fit, fit
from newsqa.answer.framing import frames
from newsqa.answer.parties import case, is_passive, party
from newsqa.answer.reading import senses
from newsqa.answer.several import named, several
from newsqa.answer.sought import asks_age, names_somebody, sought
from newsqa.answer.spoken import typed, written
from newsqa.answer.tongues import told_in
from newsqa.answer.turning import turning
from newsqa.answer.verbless import asks_what
from newsqa.answer.verbs import is_formed, verb
from newsqa.answer.wants import WANTS, Typed, features, likely, of_age, of_people, of_things, opened, surely, together
from newsqa.extract.status import statuses
from newsqa.languages import load
from newsqa.model import Question, Wanted
from newsqa.text import concepts
from newsqa.text.expects import expected
from newsqa.text.lemmas import lemma
from newsqa.text.name_lists import as_named, is_named
from newsqa.text.names import is_honour
from newsqa.text.relations import relatives
from newsqa.text.terms import groups
from newsqa.text.words import Token, tokens

Group = tuple[str, ...]
Place = Literal["agent", "patient"]
# Classes of words that say what sort of person, body or place is wanted.
_SORTS: dict[Wanted, str] = {"person": "persons", "organisation": "bodies", "place": "places"}
_SPEECH = "speech"
_UNLIKELY = 0.02  # share below which a kind of answer is left out
_OPEN: frozenset[Wanted] = frozenset({"thing", "number"})  # wants that a noun says more of
_SLOTTED = frozenset({"quotation", "definition"})  # wants whose content stands in slots alone
_SOUGHT: frozenset[Wanted] = frozenset({"person", "organisation"})  # wants that a noun describes
# The word that asks for each of these.
_SORT: dict[Wanted, str] = {"person": "person", "organisation": "person", "thing": "thing"}
NUMERIC = frozenset({"money", "percent", "count", "duration", "measure", "score"})  # kinds that a number may be of
_NOUN = 3  # words before what asks in which the noun stands


def parse(text: str, wanted: Wanted | None = None) -> Question:
    """Return the question as it was read; as one for what is `wanted`, where that is said."""
    code, words, own, plain, kinds = _told(text)
    best = wanted or (plain.form.wanted if plain and plain.form.decides else _likeliest(kinds))
    found = plain if plain and plain.form.wanted == best else fit([w.normal for w in words], code, best)
    found = found or (plain if plain and plain.form.wanted in _OPEN and best != "quotation" else None)
    return _read(text, code, words, own, Reading(best, found, kinds))


class _Told(NamedTuple):
    """A question's language, its words, their terms, the form that reads them, how likely each kind of answer is."""

    code: str
    words: list[Token]
    own: list[Group]
    plain: Fit | None
    kinds: Mapping[str, float]


@lru_cache(maxsize=64)
def _told(text: str) -> _Told:
    """Return what a question tells whatever it is read as: it is read as this, then as that."""
    code = told_in(text)
    words = written(tokens(text), code)
    own = _grouped(text, words, code)
    plain = _fit(words, own, code)
    kinds = opened(likely(_marks(text, words, own, code, plain)), [word.normal for word in words], code)
    kinds = of_age(surely(kinds, plain)) if asks_age(words, own, code) else surely(kinds, plain)
    kinds = of_things(kinds) if asks_what(words, own, code) else kinds
    return _Told(code, words, own, plain, of_people(kinds) if names_somebody(words, own, code) else kinds)


def _fit(words: Sequence[Token], own: Sequence[Group], code: str) -> Fit | None:
    """Return the form that reads the words; one that must be bare not where a word in its slots is a deed."""
    found = fit([w.normal for w in words], code)
    inside = (group for first, last in found.slots.values() for group in own[first:last]) if found else ()
    if found and found.form.bare and any(term.startswith("p.") for group in inside for term in group):
        return fit([w.normal for w in words], code, bare=False)
    return found


def asks(text: str) -> bool:
    """Tell whether a text asks something, by its mark or its form; what only names or tells something does not."""
    return "?" in text or bool(parse(text).form)


class Reading(NamedTuple):
    """What a question wants, the form that reads it so, if one does, and how likely each kind of answer is."""

    wanted: Wanted
    found: Fit | None
    kinds: Mapping[str, float]


def _likeliest(kinds: Mapping[str, float]) -> Wanted:
    """Return what a question wants most likely, its kinds taken together."""
    wants = together(kinds.items())
    return max(wants, key=lambda wanted: wants[wanted])


def marked(text: str) -> Iterator[str]:
    """Yield the features by which the kind of a question is learned."""
    code = told_in(text)
    words = written(tokens(text), code)
    own = _grouped(text, words, code)
    yield from _marks(text, words, own, code, _fit(words, own, code))


def _marks(text: str, words: list[Token], own: Sequence[Group], code: str, found: Fit | None) -> Iterator[str]:
    _, expects = _head(words, own, _content(words, code, found), found, code)
    return features(Typed(text, code, words, own, found, expects))


def _read(text: str, code: str, words: list[Token], own: Sequence[Group], reading: Reading) -> Question:
    found, wanted = reading.found, reading.wanted
    framed = frames(words, code, wanted)
    grouped = [(*terms, *relatives(terms), *mark) for terms, mark in zip(own, framed, strict=True)]
    content = _content(words, code, found)
    slots = {
        name: _in_slot(grouped, content, found, name)
        for name in ("speaker", "addressee", "topic", "focus", "source", "about", "mixed")
    }
    unread = tuple(grouped[i] for i in content) if wanted == "quotation" and not found else ()
    deed = _verb(words, grouped, content, found, code)
    told = statuses(text, words, code)
    head, expects = _head(words, own, content, found, code) if wanted in _OPEN or not found else (None, frozenset())
    return Question(
        text=text,
        language=code,
        wanted=wanted,
        form=found.form.form if found else "",
        kind=_kind(reading),
        many=several(words, content, found, wanted, code),
        planned="planned" in told,
        negative="negated" in told[:-1],  # the last may only ask
        refusing=any(p.name == "refused" or p.last + 1 < len(words) for p in turning(code).find(words)),
        asked=_asked(words, deed, found, wanted, code) or _noun_of(words, content, deed, wanted, code),
        case=case(words, code, _SORT[wanted]) if wanted in _SORT else "",
        terms=tuple(grouped[i] for i in content),
        mixed=bool(slots["mixed"] or unread),
        speaker=slots["speaker"] or slots["about"] or slots["mixed"] or unread,
        addressee=slots["addressee"],
        topic=slots["addressee"] + slots["topic"],
        focus=slots["focus"]
        or (counted(words, grouped, content, found, code) if wanted == "number" and _counts(found, head) else ())
        or _sort(words, grouped, content, code, wanted)
        or ((grouped[head],) if head is not None else ()),
        source=slots["source"],
        sought=sought(words, grouped, content, code) if wanted in _SOUGHT else (),
        listed=next((grouped[at] for at in named(words, content, code)), ()),
        expects=tuple(sorted(expects & NUMERIC if wanted == "number" else expects)),
        likely=tuple((kind, round(share, 3)) for kind, share in reading.kinds.items() if share >= _UNLIKELY),
        predicate=grouped[deed] if deed is not None else (),
        spoken=tuple(filter(None, (_speech(terms) for terms in own))),
    )


def _speech(terms: Group) -> Group:
    """Return those terms that are of speech."""
    return tuple(term for term in terms if concepts.roles(term) == _SPEECH)


def _kind(reading: Reading) -> str | None:
    """Return the kind of number or time that is wanted: what the form says, else the likeliest."""
    if reading.found and reading.found.form.kind:
        return reading.found.form.kind
    own = {kind: share for kind, share in reading.kinds.items() if WANTS[kind].wanted == reading.wanted}
    return WANTS[max(own, key=lambda kind: own[kind])].kind if own else None


def _grouped(text: str, words: Sequence[Token], code: str) -> list[Group]:
    """Return for each word the terms of its own and those of the phrases it is part of."""
    found = groups(words, code, loose=True)
    named = days.terms(text, words, code)
    own = [
        [*group.terms, *_of_lemma(word, code), *typed(word), *day]
        for group, word, day in zip(found, words, named, strict=False)
    ]
    for phrase in found[len(words) :]:
        for at in range(phrase.first, phrase.last + 1):
            own[at] += [term for term in phrase.terms if term not in own[at]]
    called = [word.normal in _small(code) and is_named(words, at, code) for at, word in enumerate(words)]
    return [tuple(as_named(terms) if is_name else terms) for is_name, terms in zip(called, own, strict=True)]


@cache
def _small(code: str) -> frozenset[str]:
    return frozenset(load(code).about.function_words) | _class(code, "stop")


def _of_lemma(word: Token, code: str) -> tuple[str, ...]:
    """Return what the lemma of an inflected word means by itself."""
    bare = lemma(word.normal, code)
    return () if bare == word.normal else tuple(i for c in concepts.find(tokens(bare), code) for i in c.ids)


def _content(words: Sequence[Token], code: str, found: Fit | None) -> list[int]:
    """Return the places of the words that say what the question is about."""
    told = [i for i, w in enumerate(words) if not is_honour(w, code)]
    kept = [i for i in told if words[i].normal not in _small(code) or is_named(words, i, code)]
    slots = found.slots.values() if found and found.form.wanted in _SLOTTED else ()
    return [i for i in kept if any(first <= i < last for first, last in slots)] if slots else kept


def _in_slot(grouped: Sequence[Group], content: Iterable[int], found: Fit | None, slot: str) -> tuple[Group, ...]:
    first, last = found.slots.get(slot, (0, 0)) if found else (0, 0)
    return tuple(grouped[i] for i in content if first <= i < last)


def _counts(found: Fit | None, head: int | None) -> bool:
    """Tell whether a noun is asked for by its number: behind words for that, or where none lets expect more."""
    return head is None or (found is not None and found.form.wanted == "number")


def _head(
    words: Sequence[Token], own: Sequence[Group], content: Iterable[int], found: Fit | None, code: str
) -> tuple[int | None, frozenset[str]]:
    """Return the place of the noun asked about, and the kinds of values that it lets expect; none where none does.

    It is the first noun, or the last, as the language has it.
    """
    first, stop = _segment(words, found, code)
    places = [i for i in content if first <= i < stop]
    kinds = {i: expected((*own[i], *senses(words[i].normal, code))) for i in places}
    known = [i for i in places if kinds[i]]
    head = known[0 if load(code).questions.head_first else -1] if known else None
    return head, kinds[head] if head is not None else frozenset()


def _segment(words: Sequence[Token], found: Fit | None, code: str) -> tuple[int, int]:
    """Return where the noun asked about stands: behind what asks, up to a preposition or what only helps a verb."""
    language = load(code)
    helpers, asks = _class(code, "ask"), {w for kind in ("thing", "which") for w in language.asking.askers[kind]}
    asker = next((i for i, w in enumerate(words) if w.normal in asks), None)
    if asker is not None and language.questions.head_first and asker:
        return max(0, asker - _NOUN), asker
    first = max((last for name, (_, last) in found.slots.items() if name == "before"), default=0) if found else 0
    first = asker + 1 if asker is not None else first
    if first < len(words) and words[first].normal in _class(code, "be"):
        first += 1
    elif asker is not None and first < len(words) and words[first].normal in helpers | set(language.asking.linkers):
        return first, first
    ends = frozenset((*language.facts.prepositions, *_class(code, "about"), *(helpers if asker is not None else ())))
    return first, next((i for i in range(first + 1, len(words)) if words[i].normal in ends), len(words))


def _sort(
    words: Sequence[Token], grouped: Sequence[Group], content: Iterable[int], code: str, wanted: Wanted
) -> tuple[Group, ...]:
    """Return the word that says what sort of person, body or place is wanted."""
    sort = _SORTS.get(wanted)
    return tuple(grouped[i] for i in content if sort and words[i].normal in _class(code, sort))[:1]


def _verb(
    words: Sequence[Token], grouped: Sequence[Group], content: Iterable[int], found: Fit | None, code: str
) -> int | None:
    """Return the place of the question's verb, past the noun that is asked for."""
    _, past = found.slots.get("focus", (0, 0)) if found else (0, 0)
    return verb(words, [i for i in content if i >= past and any(term.startswith("p.") for term in grouped[i])], code)


def _asked(words: Sequence[Token], deed: int | None, found: Fit | None, wanted: Wanted, code: str) -> Place | None:
    """Return the place in the fact that is asked for: by what asks, else by the form, its other one in a passive."""
    asked = found.form.asked if found else None
    if deed is None:
        return asked
    sort = _SORT.get(wanted)
    by_word = party(words, deed, code, sort) if sort else None
    return by_word or ("patient" if asked and is_passive(words, deed, code) else asked)


def _noun_of(
    words: Sequence[Token], content: Sequence[int], deed: int | None, wanted: Wanted, code: str
) -> Place | None:
    """Return what is done as what is asked for where the noun for the deed is named alone: "*advice* to the city"."""
    if wanted != "thing" or deed is None:
        return None
    language, behind = load(code), words[deed + 1].normal if deed + 1 < len(words) else ""
    if language.questions.head_first:
        return "patient" if deed == content[0] else None
    noun = not is_formed(words[deed].normal, code) and (not behind or behind in language.facts.prepositions)
    return "patient" if noun else None


@cache
def _class(code: str, name: str) -> frozenset[str]:
    return frozenset(load(code).questions.classes.get(name, ()))
