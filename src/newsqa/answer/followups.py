"""Questions that leave out what the one before them said, filled in from it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from newsqa.answer.forms import fit
from newsqa.answer.parse import parse
from newsqa.languages import CODES, load
from newsqa.model import Detail, Value
from newsqa.text import times
from newsqa.text.lemmas import is_word
from newsqa.text.words import Token, tokens

Words = Sequence[Token]
Places = tuple[int, int]  # of words, first and behind last
_SHORT = 4  # words; what is longer and opens with nothing that joins it to what was said stands by itself
_DAYS = frozenset({"day", "month", "year"})
_DETAILS: tuple[Detail, ...] = ("time", "place", "person", "reason", "number")  # that one word asks for
_SPEAKERS = ("speaker", "about")


class Earlier(Value):
    """What was asked and answered before: the whole question, the words of the answers, who says them."""

    question: str
    answers: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()


class Followup(Value):
    """A question with what it left out filled in.

    `others` asks for answers besides those given; `there` looks first where the answer was found, `detail` nowhere else
    if something was shown. `named` is a name or topic that took the place of another: what does not tell of it is no
    answer.
    """

    question: str
    others: bool = False
    there: bool = False
    detail: Detail | None = None
    named: str | None = None


def followup(text: str, earlier: Earlier) -> Followup | None:
    """Return what a text asks after an earlier question; None where it stands by itself."""
    for code in CODES:
        words, opened = _bare(tokens(text), code)
        if _is_one_of(tokens(text), _phrases(code, "others")) or _is_one_of(words, _phrases(code, "others")):
            return Followup(question=earlier.question, others=True)
        if _is_one_of(words, _phrases(code, "sayers")):
            return Followup(question=text, detail="sayer")
        kind = _asker(words, code)
        if kind:
            detail = next((one for one in _DETAILS if one == kind), None)
            return Followup(question=_asked(kind, earlier.question), there=True, detail=detail)
        if opened and words:
            return _joined(text[words[0].start :], words, code, earlier)
    return _alone(text, tokens(text), earlier)


def _joined(text: str, words: Words, code: str, earlier: Earlier) -> Followup:
    """Return what follows a word that joins it to what was said: a question of its own, or a part of one."""
    if _is_whole(text, words):
        return _referring(text, earlier) or Followup(question=text)
    return _parted(earlier, text[: words[-1].end - words[0].start], code)


def _alone(text: str, words: Words, earlier: Earlier) -> Followup | None:
    """Return what a text without such a word asks: a part of a question, or one that says he or she."""
    referring = _referring(text, earlier)
    if referring or not words or len(words) > _SHORT or _is_whole(text, words):
        return referring
    code = _code_of(words)
    if not text.rstrip().endswith("?") and not _leads(words[0], code):
        return None
    return _parted(earlier, text[words[0].start : words[-1].end], code)


def _is_whole(text: str, words: Words) -> bool:
    """Tell whether a text asks by itself: it has a word that asks, is of a known form, or has a verb."""
    normals = [w.normal for w in words]
    asks = any(_asker(words[i:j], c) for c in CODES for i in range(len(words)) for j in (i + 1, i + 2))
    if asks or any(fit(normals, c) for c in CODES):
        return True
    return bool(parse(text).predicate) and not _leads(words[0], _code_of(words)) and not _is_thing(words)


def _is_thing(words: Words) -> bool:
    """Tell whether words name a thing, though a verb may be spelt so: "the crossing", "crossing"."""
    data = load(_code_of(words))
    if words[0].normal in data.followups.things:
        return True
    small = frozenset(data.about.function_words).union(data.references.pronouns)
    return len(words) == 1 and words[0].normal not in small


def _bare(words: Words, code: str) -> tuple[Words, bool]:
    """Return the words without those that begin and end a follow-up, and whether any begins it."""
    data = load(code).followups
    before = _led_by(words, _phrases(code, "openers"))
    left = words[before:]
    if len(left) > 1:
        behind = _led_by(left[::-1], tuple(p[::-1] for p in _split(data.fillers)))
        left = left[: len(left) - behind] if behind < len(left) else left
    return left, bool(before)


def _led_by(words: Words, phrases: Iterable[tuple[str, ...]]) -> int:
    normals = tuple(w.normal for w in words)
    return max((len(p) for p in phrases if normals[: len(p)] == p), default=0)


def _is_one_of(words: Words, phrases: Iterable[tuple[str, ...]]) -> bool:
    return tuple(w.normal for w in words) in phrases


def _asker(words: Words, code: str) -> str | None:
    """Return what kind of thing the words ask for, where they do nothing but ask."""
    return _askers(code).get(tuple(w.normal for w in words))


@cache
def _askers(code: str) -> dict[tuple[str, ...], str]:
    return {p: kind for kind, forms in load(code).asking.askers.items() for p in _split(forms)}


@cache
def _phrases(code: str, name: str) -> tuple[tuple[str, ...], ...]:
    return _split(getattr(load(code).followups, name))


def _split(phrases: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(t.normal for t in tokens(p)) for p in phrases)


# ---- the same question with another word that asks -------------------------------------------------------------------


def _asked(kind: str, question: str) -> str:
    """Return the earlier question as it asks for another kind of thing, in its own language."""
    code, words = parse(question).language, tokens(question)
    first, last = _asking(words, code)
    if last < len(words) and words[last].normal in load(code).asking.linkers:
        last += 1
    asker = load(code).asking.askers[kind][0]
    left = question[: words[first].start] if first else ""
    return f"{left}{asker} {question[words[last].start :] if last < len(words) else ''}".strip()


def _asking(words: Words, code: str) -> Places:
    """Return where the words that ask stand; nowhere, before all others, where none does."""
    for first in range(len(words)):
        for last in (first + 2, first + 1):
            if last <= len(words) and _asker(words[first:last], code):
                return first, last
    return 0, 0


# ---- the same question with another part -----------------------------------------------------------------------------


def _parted(earlier: Earlier, part: str, code: str) -> Followup:
    """Return the earlier question with another part; a name or a topic must be told of, whatever else fits."""
    first = tokens(part)[0]
    about = first.normal in load(code).questions.classes["about"]
    told = not _times(part, code) and (about or not _leads(first, code))
    return Followup(question=_with(earlier.question, part, code), named=part if told else None)


def _with(question: str, part: str, code: str) -> str:
    """Return the earlier question with a part in place of what it had there, or added to it."""
    own, words = parse(question).language, tokens(question)
    place = _place(question, words, own, part, code)
    if place is None:
        return f"{question.rstrip(' ?.!')} {part}?"
    first, last = place
    return f"{question[: words[first].start]}{part}{question[words[last - 1].end :]}"


def _place(question: str, words: Words, own: str, part: str, code: str) -> Places | None:
    """Return the words of a question whose place another part takes: a time, a topic, a place, a name."""
    new = tokens(part)
    if _times(part, code):
        return _timed(question, words, own, new, code)
    if new[0].normal in load(code).questions.classes["about"]:
        return _behind(words, frozenset(load(own).questions.classes["about"]), own)
    if _leads(new[0], code):
        return _behind(words, frozenset({new[0].normal}), own)
    slots = _slots(words, own)
    if not _is_name(new, code):
        return slots.get("topic")
    return next((slots[name] for name in _SPEAKERS if name in slots), None) or _named(words, own)


def _timed(question: str, words: Words, own: str, new: Words, code: str) -> Places | None:
    """Return where a question names its time, with the word before it where the new one has one of its own."""
    found = _times(question, own)
    if not found:
        return None
    start, end = found[0]
    inside = [i for i, w in enumerate(words) if w.start < end and start < w.end]
    first = inside[0]
    leads = first > 0 and _leads(words[first - 1], own) and _leads(new[0], code)
    return first - leads, inside[-1] + 1


def _times(text: str, code: str) -> list[tuple[int, int]]:
    return [(t.span.start, t.span.end) for t in times.find(text, 0, len(text), load(code)) if t.kind in _DAYS]


def _behind(words: Words, leads: frozenset[str], code: str) -> Places | None:
    """Return the words that one of these leads, with it, up to the next that leads."""
    first = next((i for i, w in enumerate(words) if i and w.normal in leads), None)
    if first is None:
        return None
    last = next((i for i in range(first + 1, len(words)) if _leads(words[i], code)), len(words))
    return first, last


def _leads(word: Token, code: str) -> bool:
    """Tell whether a word leads a part of a question: in, about."""
    language = load(code)
    return word.normal in language.facts.prepositions or word.normal in language.questions.classes["about"]


def _slots(words: Words, code: str) -> dict[str, Places]:
    found = fit([w.normal for w in words], code)
    return found.slots if found else {}


def _named(words: Words, code: str) -> Places | None:
    """Return where the first name of a question stands."""
    first = next((i for i, w in enumerate(words) if _names(w, i, code)), None)
    if first is None:
        return None
    last = next((i for i in range(first, len(words)) if not _names(words[i], i, code)), len(words))
    return first, last


def _is_name(words: Words, code: str) -> bool:
    return any(_names(word, 1, code) for word in words)


def _names(word: Token, place: int, code: str) -> bool:
    """Tell whether a word is of a name: in capitals past the first word, or known to no dictionary."""
    language = load(code)
    small = frozenset(language.about.function_words).union(language.questions.classes["stop"], language.asking.silent)
    if word.normal in small or word.normal[0].isdigit() or any((word.normal,) in _askers(c) for c in CODES):
        return False
    return (place > 0 and word.text[0].isupper()) or not is_word(word.normal, code)


# ---- he and she ------------------------------------------------------------------------------------------------------


def _referring(text: str, earlier: Earlier) -> Followup | None:
    """Return a question with the one meant in place of he or she; None where it says neither or nobody is meant."""
    words = tokens(text)
    code = _code_of(words)
    pronouns = load(code).references.pronouns
    place = next((w for w in words if pronouns.get(w.normal)), None)
    meant = _meant(earlier) if place and not any(_capital(w) for w in words[1:]) else None
    if place is None or meant is None:
        return None
    return Followup(question=f"{text[: place.start]}{meant}{text[place.end :]}")


def _capital(word: Token) -> bool:
    return word.text[0].isupper()


def _meant(earlier: Earlier) -> str | None:
    """Return whom he or she means: who was asked for, who was asked about, who was quoted."""
    question = parse(earlier.question)
    if question.wanted == "person" and earlier.answers:
        return earlier.answers[0]
    words = tokens(earlier.question)
    slots = _slots(words, question.language)
    named = next((slots[name] for name in _SPEAKERS if name in slots), None) or _named(words, question.language)
    if named:
        return earlier.question[words[named[0]].start : words[named[1] - 1].end]
    return next(iter(earlier.speakers), None)


def _code_of(words: Words) -> str:
    """Return the language whose small words a short text has most of."""
    return max(CODES, key=lambda code: sum(w.normal in load(code).about.function_words for w in words))
