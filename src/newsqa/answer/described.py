"""How an article describes those whom it names: the nouns before a name, and what a comma behind it adds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from newsqa.answer import kinship
from newsqa.answer.page import terms_of
from newsqa.answer.sought import is_deed
from newsqa.answer.speakers import around
from newsqa.answer.typed import Candidate
from newsqa.answer.view import Group, View
from newsqa.languages import CODES, load
from newsqa.model import Entity, Question
from newsqa.text.kin import kin
from newsqa.text.terms import groups
from newsqa.text.words import Token, tokens

_WHO = frozenset({"person", "organisation"})  # wants of which a noun may say who: "nama *sopir* …"
_NEAREST = 6  # words before a name that may describe it
_GAP = 2  # characters before a name in which a comma stands
_SURE = 0.85  # from which somebody is surely what is asked for
_MEANT = 0.9  # what a word counts that only means the noun


def features(question: Question, view: View, candidate: Candidate) -> dict[str, float]:
    """Return how surely a candidate is described by the noun that is asked for, and whether somebody else is.

    "by noun" tells that a noun says whom a question asks for, whatever the candidate is.
    """
    by_noun = {"by noun": float(question.wanted in _WHO and bool(question.focus))}
    if not question.sought:
        return by_noun
    told = view.once("described", question.sought, lambda: dict(_told(question, view)))
    own = told.get((candidate.note and candidate.note.value) or "", (0.0, 0.0))
    best = max((head for head, _ in told.values()), default=0.0)
    return by_noun | {
        "described": own[0],
        "described more": own[1],
        "other described": float(best >= _SURE > own[0]),
    }


def holds_another(question: Question, view: View, candidate: Candidate) -> bool:
    """Tell whether somebody is described by the noun that is asked for only as a deputy, or as who held that once."""
    name = (candidate.note and candidate.note.value) or ""
    entity = _named(view).get(name) if question.sought and candidate.kind == "person" else None
    return entity is not None and view.once(
        f"another {name}", question.sought, lambda: _another(question, view, entity)
    )


def _another(question: Question, view: View, entity: Entity) -> bool:
    head, code = question.sought[0], view.found.language
    texts = ([t for t in texts if not terms_of(t, code).isdisjoint(head)] for _, texts in around(view, entity))
    told = [some for some in texts if some]
    return bool(told) and all(is_of_another(some, question.terms) for some in told)


def is_of_another(texts: Iterable[str], role: Sequence[Group]) -> bool:
    """Tell whether what stands by a name makes another role of the one asked for: a *deputy* mayor is no mayor."""
    asked, others = {group[0] for group in role}, _others()
    return asked.isdisjoint(others) and any(word.normal in others for text in texts for word in tokens(text))


@cache
def _others() -> frozenset[str]:
    """Return the words of all languages that make another role of one."""
    return frozenset(word for code in CODES for word in load(code).questions.classes["other_role"])


def surely(question: Question, view: View, name: str) -> float:
    """Return how surely the noun that is asked for describes somebody; 1 where nothing is asked for by one."""
    if not question.sought:
        return 1.0
    head, entity = question.sought[0], _named(view).get(name)
    return _strength(head, _near(head, view, entity), view) if entity else 0.0


def _named(view: View) -> Mapping[str, Entity]:
    """Return whom the article names by name, found once an article."""
    found: dict[str, Entity] | None = view.page.kept.get("named")
    if found is None:
        found = view.page.kept["named"] = {entity.name: entity for entity in view.found.entities}
    return found


def _told(question: Question, view: View) -> Iterator[tuple[str, tuple[float, float]]]:
    """Yield for each whom the article names how surely the noun describes them, and how much of what is with it."""
    head, others = question.sought[0], question.sought[1:]
    for entity in view.found.entities:
        said = _near(head, view, entity)
        strength = _strength(head, said, view)
        weights = [view.weight(group) for group in others]
        met = sum(w * _strength(group, said, view) for w, group in zip(weights, others, strict=True))
        yield entity.name, (strength, strength * met / (sum(weights) or 1.0))


def _strength(group: Group, said: frozenset[str], view: View) -> float:
    """Return how surely some terms say a word: as it stands, by its meaning, or by its kin."""
    if group[0] in said:
        return 1.0
    if not said.isdisjoint(group):
        return _MEANT
    told = kin(group, view.found.language)
    return max((told[term] for term in said if term in told), default=0.0)


def _near(head: Group, view: View, entity: Entity) -> frozenset[str]:
    """Return what describes one who is named where the noun, or kin of it, stands; elsewhere it does not."""
    places = view.once("noun", head, lambda: view.places(head).keys() | kinship.places(view, head).keys())
    return frozenset() if places.isdisjoint(map(view.at, entity.mentions)) else _description(view, entity)


def _description(view: View, entity: Entity) -> frozenset[str]:
    """Return the terms of what describes one whom the article names, found once."""
    found: dict[str, frozenset[str]] = view.page.kept.setdefault("descriptions", {})
    if entity.name not in found:
        found[entity.name] = _described(view, entity)
    return found[entity.name]


def _described(view: View, entity: Entity) -> frozenset[str]:
    code = view.found.language
    texts = [entity.role or "", entity.name]
    for span, (before, behind) in around(view, entity):
        parted = "," in view.text[max(0, span.start - _GAP) : span.start]
        texts += [before if parted else _noun(before, code), behind]
    return frozenset().union(*(terms_of(text, code) for text in texts if text))


def _noun(before: str, code: str) -> str:
    """Return the nouns that stand right before a name, back to a small word or a deed."""
    small, words = load(code).about.function_words, tokens(before)[-_NEAREST:]
    ends = (w.normal in small or is_deed(w, terms, code) for w, terms in _with_terms(words, code))
    first = next((len(words) - i for i, end in enumerate(ends) if end), 0)
    return before[words[first].start :] if first < len(words) else ""


def _with_terms(words: Sequence[Token], code: str) -> Iterator[tuple[Token, Group]]:
    """Yield words from the last to the first, each with its terms."""
    yield from zip(reversed(words), reversed([group.terms for group in groups(words, code)[: len(words)]]), strict=True)
