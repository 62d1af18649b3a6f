"""What a fact tells of a candidate that stands in it: its place, and whether the other party is the one asked about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newsqa.answer.lines import Line, Match
from newsqa.answer.sought import is_role, others
from newsqa.answer.typed import Candidate
from newsqa.answer.view import alike
from newsqa.languages import load
from newsqa.model import Argument, Fact, Question
from newsqa.text.kin import kin

_SINCE = "since"  # the sort of the small words behind which stands what came before
_APPOSED = frozenset({" ", ", "})  # what may stand between what somebody is and the name
_EVENT = 18  # words in which such an event is told


def told(question: Question, line: Line, candidate: Candidate) -> dict[str, float]:
    """Return what a fact with the question's verb says of the candidate that stands in it.

    `fact` is 1 where it stands in the place asked for, -1 in another; `party` 1 where the question names the other
    party to it, -1 where that is somebody else. `kin fact` is the same as `fact` of a verb that is kin of the
    question's, by how near a kin it is, where no fact has that itself.
    """
    by_kin, told = 0.0, _kin(question, line)
    for fact in line.facts if question.asked and question.predicate else ():
        exact = fact.predicate in question.predicate
        place = _place(question, fact, candidate) if exact or fact.predicate in told else 0.0
        if exact and place:
            agent = place == (1.0 if question.asked == "agent" else -1.0)
            others = [fact.object or next(iter(fact.others), None)] if agent else [fact.subject]
            return {"fact": place, "party": _party(question, line, others)}
        by_kin = by_kin or place * told.get(fact.predicate, 0.0)
    return {"fact": 0.0, "kin fact": by_kin, "party": 0.0}


def _kin(question: Question, line: Line) -> Mapping[str, float]:
    """Return the kin of the question's verb, with how near each is."""
    return kin(question.predicate, line.view.found.language) if question.asked and question.predicate else {}


def _place(question: Question, fact: Fact, candidate: Candidate) -> float:
    """Return 1 where a candidate stands in the place asked for of a fact, -1 in another, 0 in none."""
    agent = bool(fact.subject and fact.subject.span.meets(candidate.span))
    if not agent and not any(one.span.meets(candidate.span) for one in (fact.object, *fact.others) if one):
        return 0.0
    return 1.0 if agent == (question.asked == "agent") else -1.0


def _party(question: Question, line: Line, others: Sequence[Argument | None]) -> float:
    """Return 1 where a name in the question is that of the other party to a fact, -1 where it is of none of them."""
    named = [group for group in question.terms if line.view.is_name(group)]
    page, told = line.view.page, [one.entity for one in others if one and one.entity]
    known = {word for one in told for word in (*page.called.get(one, ()), *page.roles.get(one, ()))}
    if not known or not named:
        return 0.0
    if any(known & set(group) or any(alike(group[0], w) for w in known) for group in named):
        return 1.0
    elsewhere = {line.asked[match.group] for match in line.matches}  # of something else: "held over *Halden* syrup"
    return 0.0 if elsewhere.issuperset(named) else -1.0


def names_asked(question: Question, line: Line, candidate: Candidate) -> bool:
    """Tell whether a candidate names a party that the question has: "who found the *hiker*" of "the hiker, Ann".

    A deputy mayor is no mayor, nor is a mayor whom the sentence tells of beside another.
    """
    if not question.asked or candidate.kind != "person":
        return False
    first = line.within(candidate.span)[0]
    gap = line.view.text[line.words[first - 1].end : candidate.span.start] if first else ""
    said = [m for m in line.matches if m.last == first - 1 and m.strength == 1]
    wanted = (question.predicate, *question.focus, *question.sought)
    told = (m for m in said if (group := line.asked[m.group]) not in wanted and not line.view.is_name(group))
    return gap in _APPOSED and any(is_role(line.asked[m.group]) and not _is_another(line, m) for m in told)


def _is_another(line: Line, role: Match) -> bool:
    """Tell whether a role is another by the word before it, or the sentence has the one that is asked about as well."""
    before = line.words[role.first - 1].normal if role.first else ""
    return before in others() or any(m.group == role.group and m.first != role.first for m in line.matches)


def dates_another(line: Line, candidate: Candidate) -> bool:
    """Tell whether a time dates what something came after, not what is asked: "a visit since *the raid on 7 May*".

    What stands between the word for "since" and the time is another event where the question says none of it.
    """
    if not candidate.kind.startswith("time."):
        return False
    first, last = line.within(candidate.span)
    since = next((at for at in range(first - 1, max(-1, first - 1 - _EVENT), -1) if _is_since(line, at)), None)
    if since is None or since + 1 >= first:
        return False
    small = load(line.view.found.language).about.function_words
    told = any(line.words[at].normal not in small for at in range(since + 1, first))
    return told and not any(since < match.first <= last for match in line.matches)


def _is_since(line: Line, at: int) -> bool:
    return line.cases.get(line.words[at].normal) == _SINCE
