"""How an article describes those whom it names: the nouns before a name, and what a comma behind it adds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from newsqa.answer import descriptions, kinship
from newsqa.answer.page import terms_of
from newsqa.answer.sought import others
from newsqa.answer.speakers import around
from newsqa.answer.typed import Candidate
from newsqa.answer.view import Group, View
from newsqa.languages import load
from newsqa.model import Entity, Question
from newsqa.text.kin import kin
from newsqa.text.lexicon import by_id
from newsqa.text.relations import of_class
from newsqa.text.words import normalise, tokens

_NAMES = ("person", "organisation", "other", "place", "title", "row.person", "row.organisation")  # kinds of names
_UNNAMED = "people"  # the kind of those whom nobody names
_WHO = frozenset({"person", "organisation"})  # wants of which a noun may say who: "nama *sopir* …"
_DOER = 0.9  # what a noun counts that only the deed of somebody says: who chairs it, is the chair
_PART = 0.6  # what one counts that is only part of what somebody is: a director's lawyer is no director
_LEADS = 0.7  # what a word for the head of a body counts where another one stands: boss, chair, president
_SHORTEST = 5  # letters of a noun that others may be made with
_NOUNS = frozenset({"role", "noun"})  # kinds of terms that say what somebody is
_SURE = 0.85  # from which somebody is surely what is asked for
_MEANT = 0.9  # what a word counts that only means the noun


def features(question: Question, view: View, candidate: Candidate) -> dict[str, float]:
    """Return how surely a candidate is described by the noun that is asked for, and whether somebody else is.

    "by noun" tells that a noun says whom a question asks for, whatever the candidate is, "unnamed" and "another named"
    that a name is asked for and the candidate is none, or that of somebody whom the noun does not describe.
    """
    by_noun = {"by noun": float(question.wanted in _WHO and bool(question.focus))}
    by_noun |= {"unnamed": float(_asks_for_name(question) and not candidate.kind.startswith(_NAMES))}
    if not question.sought:
        return by_noun
    told = view.once("described", question.sought, lambda: dict(_told(question, view)))
    own = told.get((candidate.note and candidate.note.value) or "", (0.0, 0.0))
    if candidate.kind == _UNNAMED:
        own = (_strength(question.sought[0], view.page.terms_in(view.at(candidate.span), candidate.span), view), 0.0)
    best = max((head for head, _ in told.values()), default=0.0)
    return by_noun | {
        "described": own[0],
        "described more": own[1],
        "other described": float(best >= _SURE > own[0]),
        "another named": (1.0 - own[0]) * (_asks_for_name(question) and candidate.kind.startswith(_NAMES)),
    }


def _asks_for_name(question: Question) -> bool:
    """Tell whether somebody's name is asked for by that word: "*nama* sopir", "*name* of the driver"."""
    return question.wanted in _WHO and not _naming(question.language).isdisjoint(_words(question.text))


@lru_cache(maxsize=64)
def _words(text: str) -> frozenset[str]:
    return frozenset(word.normal for word in tokens(text))


@cache
def _naming(code: str) -> frozenset[str]:
    return frozenset(load(code).questions.classes["frames_person"])


def holds_another(question: Question, view: View, candidate: Candidate) -> bool:
    """Tell whether somebody is described by the noun that is asked for only as a deputy, or as who held that once.

    Who is asked for by a deed may be a former minister.
    """
    if not question.sought or question.sought[0][0] in question.predicate:
        return False
    if candidate.note is None:  # words with the role in them: "*deputy mayor* Tom Reed"
        text = candidate.span.of(view.text)
        told = not terms_of(text, view.found.language).isdisjoint(question.sought[0])
        return told and is_of_another((text,), question.terms)
    name = (candidate.note and candidate.note.value) or ""
    entity = _named(view).get(name) if candidate.kind == "person" else None
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
    asked = {group[0] for group in role}
    return asked.isdisjoint(others()) and any(word.normal in others() for text in texts for word in tokens(text))


def surely(question: Question, view: View, name: str) -> float:
    """Return how surely the noun that is asked for describes somebody; 1 where nothing is asked for by one."""
    if not question.sought:
        return 1.0
    head, entity = question.sought[0], _named(view).get(name)
    return _described(head, _near(head, view, entity), view) if entity else 0.0


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
        strength = _described(head, said, view)
        weights = [view.weight(group) for group in others]
        met = sum(w * _strength(group, said.terms, view) for w, group in zip(weights, others, strict=True))
        yield entity.name, (strength, strength * met / (sum(weights) or 1.0))


class _Said(NamedTuple):
    """What an article says that somebody is: the terms of the nouns, of what they do to others, and of all of it."""

    heads: frozenset[str] = frozenset()
    deeds: frozenset[str] = frozenset()
    terms: frozenset[str] = frozenset()


_NOTHING = _Said()


def _described(head: Group, said: _Said, view: View) -> float:
    """Return how surely a noun is what somebody is said to be."""
    by_deed, part = _DOER * _strength(head, said.deeds, view), _PART * _strength(head, said.terms, view)
    leads = _LEADS * (not of_class("heads").isdisjoint(head) and not of_class("heads").isdisjoint(said.heads))
    return max(_strength(head, said.heads, view), by_deed, part, leads)


def _strength(group: Group, said: frozenset[str], view: View) -> float:
    """Return how surely some terms say a word: as it stands, by its meaning, as part of a compound, or by its kin."""
    if group[0] in said:
        return 1.0
    if not said.isdisjoint(group) or any(term.endswith(_ends(group, view.found.language)) for term in said):
        return _MEANT
    told = kin(group, view.found.language)
    return max((told[term] for term in said if term in told), default=0.0)


@lru_cache(maxsize=4096)
def _ends(group: Group, code: str) -> tuple[str, ...]:
    """Return the words for a noun that may end one which is written together: a schoolteacher is a teacher."""
    if load(code).questions.head_first:
        return ()
    rows = (row for term in group if (row := by_id(term)) and row.kind in _NOUNS)
    forms = (normalise(form) for row in rows for form in row.forms[code] if " " not in form)
    return tuple(word for word in (group[0], *forms) if len(word) >= _SHORTEST)


def _near(head: Group, view: View, entity: Entity) -> _Said:
    """Return what describes one who is named where the noun, or kin of it, stands; elsewhere it does not."""
    places = view.once("noun", head, lambda: _places(head, view))
    return _NOTHING if places.isdisjoint(map(view.at, entity.mentions)) else _said(view, entity)


def _places(head: Group, view: View) -> frozenset[int]:
    """Return the sentences in which a noun stands, by itself, by kin of it, or as part of a compound."""
    index, ends = view.page.index, _ends(head, view.found.language)
    compounds = [term for term in index.standing if term.endswith(ends)] if ends else []
    return frozenset({*view.places(head), *kinship.places(view, head), *(at for t in compounds for at in index[t])})


def _said(view: View, entity: Entity) -> _Said:
    """Return the terms of what describes one whom the article names, found once."""
    found: dict[str, _Said] = view.page.kept.setdefault("said to be", {})
    if entity.name not in found:
        code, told = view.found.language, descriptions.of(view.page, entity)
        other = (terms_of(text, code) for text in (entity.role, entity.name) if text)
        found[entity.name] = _Said(
            heads=frozenset[str]().union(*(one.head for one in told if one.way != "deed")),
            deeds=frozenset[str]().union(*(one.head for one in told if one.way == "deed")),
            terms=frozenset[str]().union(*other, *(one.terms for one in told if one.way != "deed")),
        )
    return found[entity.name]
