"""Reports: each cue of a sentence with its speaker."""

from __future__ import annotations

from dataclasses import dataclass, replace

from newsqa.extract.quotes import cues, speakers
from newsqa.extract.quotes.cues import Cue
from newsqa.extract.quotes.frames import QUOTED, Frame
from newsqa.extract.quotes.people import People
from newsqa.extract.quotes.phrases import Subject
from newsqa.model import Span
from newsqa.text.names import longest_title

_CLAUSE = 4  # words; what is shorter before a comma is no clause
_ROLE = 5  # words; no role before a name is longer
_PHRASE = 9  # words; who spoke is not told at greater length


@dataclass(frozen=True, slots=True)
class Report:
    """One cue, the subject beside it and the fullest name of that subject; `turned` where the subject follows."""

    cue: Cue
    subject: Subject
    speaker: str | None
    mention: Span
    turned: bool

    @property
    def first(self) -> int:
        """Return the first word of cue and subject."""
        return min(self.cue.first, self.subject.first)

    @property
    def last(self) -> int:
        """Return the last word of cue and subject."""
        return max(self.cue.last, self.subject.last)


def find(frame: Frame, people: People) -> list[Report]:
    """Return the reports of a frame, left to right; each makes its speaker the one spoken of last."""
    found: list[Report] = []
    for cue in cues.find(frame):
        turned = _is_turned(frame, cue)
        if found and not turned and _is_within(frame, found[-1], cue):
            continue
        if not (cue.say or cue.kept or cue.naming or cue.passive or cue.according or cue.nominal or turned):
            continue
        earlier = found[-1].subject if found else None
        subject = speakers.subject(frame, cue, earlier, turned)
        subject = _behind(found[-1].cue, subject) if found and subject else subject
        if subject is None or _is_own(cue, subject) or (found and _describes(found[-1], subject)):
            continue
        speaker = people.name(frame, subject)
        if not found or turned:
            people.hear(frame, subject, speaker)
        found.append(Report(cue, subject, speaker, _mention(frame, subject), turned))
    return found


def _is_within(frame: Frame, report: Report, cue: Cue) -> bool:
    """Tell whether a cue stands right behind another, which tells it: "he argued *seeks to*", "refused to *say*"."""
    return cue.first == report.cue.last + 1 and not frame.joints[cue.first].strip()


def _behind(earlier: Cue, subject: Subject) -> Subject:
    """Return a subject without the cue before it that it begins with: "Ruiz *said* the minister denied"."""
    begins = subject.first <= earlier.first and earlier.last < subject.last
    return replace(subject, first=earlier.last + 1) if begins and not subject.pronoun else subject


def _is_own(cue: Cue, subject: Subject) -> bool:
    """Tell whether a cue would be its own subject."""
    return not cue.fused and subject.first <= cue.last and cue.first <= subject.last


def _describes(report: Report, subject: Subject) -> bool:
    """Tell whether a cue only describes the speaker before it: "according to a man *who asked* not to be named"."""
    behind = report.turned or report.cue.according
    return behind and report.subject.first <= subject.first and subject.last <= report.subject.last


def _mention(frame: Frame, subject: Subject) -> Span:
    return subject.name.span if subject.name else speakers.words_of(frame, subject)


def _is_turned(frame: Frame, cue: Cue) -> bool:
    """Tell whether a cue's subject follows it, by what stands before the cue."""
    joint = frame.joints[cue.first]
    if cue.passive or not (cue.turned or cue.fused):
        return cue.passive or (QUOTED in joint and _names_person(frame, cue.last + 1))
    if cue.first == 0 and not joint.strip():
        return not cue.say or _is_announced(frame, cue.last + 1)
    if QUOTED in joint:
        return not cue.say or _begins_speaker(frame, cue.last + 1)
    if ("," not in joint and "?" not in joint and "!" not in joint) or _follows_name(frame, cue.first):
        return False
    return not cue.say or _ends_with_speaker(frame, cue.last + 1) or _ends_clause(frame, cue)


def _follows_name(frame: Frame, at: int) -> bool:
    """Tell whether a person's name and nothing else stands between the last comma and word `at`: its subject."""
    name = next((m for m in frame.names if m.is_person and m.last == at - 1), None)
    return name is not None and name.first > 0 and "," in frame.joints[name.first]


def _ends_clause(frame: Frame, cue: Cue) -> bool:
    """Tell whether a cue behind a comma follows a clause, not a description of its subject: "..., say some voters"."""
    rules, at = frame.rules, cue.last + 1
    begins = max((i for i in range(1, cue.first) if "," in frame.joints[i]), default=0)
    opener = frame.normal(begins)
    titled = longest_title(frame.words, begins, frame.document.language.about.code) > 0
    described = begins > 0 and (titled or opener in rules.apposes | rules.who | rules.opens)
    if described or cue.first - begins < _CLAUSE:
        return False
    stands = frame.normal(at) in rules.some | rules.definite | rules.standing
    stop = next((i for i in range(at + 1, len(frame.words)) if _closes(frame, i)), len(frame.words))
    named = any(at <= m.first and m.last == stop - 1 for m in frame.names)
    return (stands or named) and stop - at <= _PHRASE


def _closes(frame: Frame, at: int) -> bool:
    """Tell whether a speaker behind a cue ends before word `at`."""
    return "," in frame.joints[at] or frame.normal(at) in frame.rules.ends | frame.rules.who


def _names_person(frame: Frame, at: int) -> bool:
    return any(m.first == at and m.is_person for m in frame.names)


def _begins_speaker(frame: Frame, at: int) -> bool:
    return at < len(frame.words) and frame.normal(at) not in frame.rules.ends


def _ends_with_speaker(frame: Frame, at: int) -> bool:
    """Tell whether a name, or a short phrase, and nothing else of weight stands behind a cue."""
    name = next((m for m in frame.names if at <= m.first and _is_role(frame, at, m.first)), None)
    last = name.last if name else at + 3
    if last >= len(frame.words) - 1:
        return at < len(frame.words) and not frame.is_day(at) and (name is not None or _is_someone(frame, at))
    following = frame.joints[last + 1]
    return name is not None and (any(c in following for c in ",(") or frame.normal(last + 1) in frame.rules.ends)


def _is_role(frame: Frame, at: int, stop: int) -> bool:
    """Tell whether the words from `at` on may be the role of whom word `stop` names: "said *its head*, Dr. Ruiz"."""
    words = range(at, stop)
    between = "".join(frame.joints[at + 1 : stop + 1]).replace(".", "").strip()
    apposed = between == "," and frame.normal(at) in frame.rules.owners | frame.rules.definite
    plain = not between or apposed
    return stop - at <= _ROLE and plain and not any(frame.normal(i) in frame.rules.ends for i in words)


def _is_someone(frame: Frame, at: int) -> bool:
    """Tell whether a phrase without a name is a speaker: by its first word, or as no one else stands before the cue."""
    rules = frame.rules
    if frame.normal(at) in rules.ends | rules.opens:
        return False
    if frame.normal(at) in rules.pronouns:  # "said *he* would fly": the clause begins
        return at + 1 >= len(frame.words) or _closes(frame, at + 1)
    known = frame.normal(at) in rules.definite | rules.some
    return known or not any(m.is_person and m.last < at for m in frame.names)


def _is_announced(frame: Frame, at: int) -> bool:
    """Tell whether a cue that opens a sentence is followed by a name and a colon: Said Ruiz: "..."."""
    name = next((m for m in frame.names if m.first == at), None)
    return name is not None and ":" in frame.joints[name.last + 1]
