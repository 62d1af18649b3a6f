"""Those whom a sentence means without their name, "*He* resigned", "*the company* paid", by the name before it."""

from __future__ import annotations

from collections.abc import Iterator

from newsqa.answer.arguments import in_place
from newsqa.answer.lines import Line
from newsqa.answer.typed import Candidate
from newsqa.languages import load
from newsqa.model import Argument, Entity, Note, Question, Span

_BACK = 1  # sentences farther back in which more of a name may stand
_WHO = frozenset({"person", "organisation"})  # wants that somebody answers, and kinds of those who do


def carried(question: Question, line: Line) -> Iterator[Candidate]:
    """Yield whom the facts of a sentence have in the place asked for, each by the name that stands nearest before."""
    if question.wanted not in _WHO or not question.asked:
        return
    for one in dict.fromkeys(_arguments(question, line)):
        entity = _entity(line, one.entity) if one and one.entity else None
        if one is None or entity is None or entity.kind not in _WHO or _is_asked_about(question, line, entity):
            continue
        if any(mention.meets(one.span) for mention in entity.mentions):
            continue
        name = _name(line, one.span, entity) if _is_sure(line, one.span, entity) else None
        if name:
            note = Note(span=one.span, kind=entity.kind, value=entity.name)
            yield Candidate(one.span, entity.kind, note, named=name)


def _arguments(question: Question, line: Line) -> Iterator[Argument | None]:
    """Yield what stands in the place asked for of the facts of a sentence, and who says something in it."""
    yield from (in_place(question, fact) for fact in line.facts)
    quotes = line.view.found.quotes if question.asked == "agent" else ()
    here = line.sentence.span
    yield from (Argument(span=q.mention, entity=q.speaker) for q in quotes if q.mention and here.holds(q.mention))


def _is_sure(line: Line, span: Span, entity: Entity) -> bool:
    """Tell whether words surely mean somebody: a pronoun, a body's noun, or nothing but words of the role told."""
    small, roles = load(line.view.found.language).about.function_words, line.view.page.roles
    role = roles.get(entity.name, frozenset())
    first, last = line.within(span)
    groups = line.view.page.groups_of(line.place) if entity.kind == "person" else ()
    own = (g for g in groups if first <= g.first == g.last <= last and line.words[g.first].normal not in small)
    return all(not role.isdisjoint(group.terms) for group in own)


def _name(line: Line, span: Span, entity: Entity) -> Span | None:
    """Return where somebody is named last before a place, a little farther away where more of the name stands."""
    before = [mention for mention in entity.mentions if mention.end <= span.start]
    near = [one for one in before if line.view.at(one) >= line.view.at(before[-1]) - _BACK]
    return max(near, key=lambda one: (len(one), one.start), default=None)


def _entity(line: Line, name: str) -> Entity | None:
    return next((one for one in line.view.found.entities if one.name == name), None)


def _is_asked_about(question: Question, line: Line, entity: Entity) -> bool:
    """Tell whether a question names somebody: whom else it asks for."""
    called = line.view.page.called[entity.name]
    return any(group[0] in called for group in question.terms)


def evidence(line: Line, candidate: Candidate) -> Span:
    """Return the words that show an answer: its sentence, from the one on that names whom it means."""
    name = candidate.named
    start = line.view.sentences[line.view.at(name)].span.start if name else line.sentence.span.start
    return Span(start=min(start, line.sentence.span.start), end=line.sentence.span.end)
