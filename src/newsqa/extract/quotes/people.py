"""Whom a speaker's mention means: the fullest name for it in the article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from newsqa.extract.entities import Entities
from newsqa.extract.quotes.frames import Frame, Named
from newsqa.extract.quotes.phrases import Subject
from newsqa.extract.quotes.speakers import words_of
from newsqa.model import Span
from newsqa.text.document import Document
from newsqa.text.name_lists import DAY, lists
from newsqa.text.names import longest_title
from newsqa.text.words import normalise, tokens

_NEAR = 1  # sentences after which someone else may be meant than who spoke last
_SURE = 2  # pronouns that tell a gender
_HEAD = 2  # phrases of a sentence in which the one stands whom it is about
_CUE = 2  # words at most that a cue behind all that is told has after its subject
_ROLE = 3  # words before a name in which its preposition stands
_SEVERAL = "many"


@dataclass(slots=True)
class People:
    """The entities of an article and the gender that their pronouns tell, who spoke last, and in which sentence."""

    known: Entities
    genders: Mapping[str, str]
    last: str | None = None
    heard: int = 0

    @classmethod
    def of(cls, document: Document, known: Entities) -> People:
        """Return the people of an article before anyone speaks."""
        return cls(known, _genders(document, known))

    def name(self, frame: Frame, subject: Subject) -> str | None:
        """Return the fullest name of a subject, its own words where it names no one, None where nobody can tell."""
        if subject.name is not None:
            return subject.name.entity.name
        said = words_of(frame, subject)
        if subject.pronoun:
            return self._stands_for(frame, said)
        meant = self._meant(frame, said) or self._holder(frame, subject)
        meant = meant or (self.last if self._points_back(frame, said) else None)
        return meant or (None if _is_day(frame, said) else frame.of(said))

    def _stands_for(self, frame: Frame, said: Span) -> str | None:
        """Return whom a pronoun means: who spoke last, unless the pronoun does not fit or another fits as well."""
        meant, word = self.known.at(said), normalise(frame.of(said))
        other = meant.name if meant else None
        if word not in frame.rules.pronouns | frame.rules.owners:
            return self.last or other  # an ending of the cue
        told = frame.document.language.references.pronouns.get(word, "")
        before = (m for m in _told_of(frame) if m.span.end <= said.start)
        named = not _trails(frame, said) and any(m.entity.name == other for m in before)
        if not self._fits(self.last, told):
            sure = self._fits(other, told) and (named or told in {"", _SEVERAL, self.genders.get(other or "")})
            return other if sure else None if told == _SEVERAL else self.last  # what a name is, is a guess
        if other == self.last or not self._fits(other, told):
            return self.last
        since = frame.passage.index - self.heard
        if since and named:
            return other  # named in this very sentence
        if since <= _NEAR:
            return self.last
        return other

    def _fits(self, name: str | None, told: str) -> bool:
        """Tell whether a name may stand behind a pronoun that tells a gender, one person or several; "" for a thing."""
        entity = self.known.named(name) if name else None
        if entity is None:
            return name is not None
        if told in {"", _SEVERAL}:
            return entity.kind != "person" or not (told or entity.name in self.genders)
        gender = self.genders.get(entity.name, told)
        return entity.kind in {"person", "other"} and ("one" in {told, gender} or gender == told)

    def _meant(self, frame: Frame, said: Span) -> str | None:
        """Return whom a role without a name means."""
        roles = (r for r in self.known.within(frame.passage.index) if r.how == "role" and r.span.meets(said))
        return next((self.known.all[r.entity].name for r in roles), None)

    def _holder(self, frame: Frame, subject: Subject) -> str | None:
        """Return the only person of an article with a role that stands alone: "Hakim menyebut ..."."""
        size = subject.last + 1 - subject.first
        if longest_title(frame.words, subject.first, frame.document.language.about.code) != size:
            return None
        role = {frame.normal(i) for i in range(subject.first, subject.last + 1)}
        people = [e.name for e in self.known.all if e.role and role <= {t.normal for t in tokens(e.role)}]
        return people[0] if len(people) == 1 else None

    def hear(self, frame: Frame, subject: Subject, speaker: str | None) -> None:
        """Remember who spoke, if a pronoun may mean them: a person or body by name, or someone without one."""
        if subject.pronoun:
            same = speaker == self.last
            if same or (speaker and any(m.entity.name == speaker for m in frame.names)):
                self.last, self.heard = speaker, frame.passage.index
            return
        named = subject.name is not None and subject.name.entity.kind != "place"
        meant = subject.name is None and self._meant(frame, words_of(frame, subject)) is not None
        if named or meant or frame.normal(subject.first) in frame.rules.some:
            self.last, self.heard = speaker, frame.passage.index

    def meet(self, frame: Frame, before: int) -> None:
        """Remember whom a sentence is about, named before a word of it, where no one with a name speaks in it."""
        name = _theme(frame)
        opener = frame.normal(0)
        pointed = self._pointed(frame, name) if name else None
        if pointed:
            self.last, self.heard = pointed, frame.passage.index
            return
        if name and name.first < before and opener not in frame.rules.pronouns | frame.rules.owners:
            self.last, self.heard = name.entity.name, frame.passage.index

    def _pointed(self, frame: Frame, name: Named) -> str | None:
        """Return whom a role means that a sentence begins with, before a name: "the *author* won the Booker"."""
        roles = (r for r in self.known.within(frame.passage.index) if r.how == "role" and r.span.start == frame.start)
        meant = next((self.known.all[r.entity] for r in roles if r.span.end < name.span.start), None)
        return meant.name if meant and meant.kind == "person" else None

    def asked(self, frame: Frame, speaker: str | None) -> None:
        """Remember who is asked in an interview, where an answer begins."""
        self.last, self.heard = speaker, frame.passage.index

    def going_on(self, frame: Frame, speaker: str | None) -> None:
        """Remember that the one who spoke last speaks on, in a sentence that names no one."""
        if speaker is not None and speaker == self.last:
            self.heard = frame.passage.index

    def _points_back(self, frame: Frame, said: Span) -> bool:
        """Tell whether a mention is of the last speaker, or of what was said: "pria itu", "the statement read"."""
        words = [t.normal for t in tokens(frame.document.text, said.start, said.end)]
        rules = frame.rules
        if words[-1] in rules.definite:
            return True
        bodies = frame.document.language.references.bodies
        if words[0] in rules.some and words[-1] in rules.statements:  # "a company statement"
            return all(word in bodies for word in words[1:-1])
        return words[0] in rules.definite and bool(set(words) & rules.statements)


def _trails(frame: Frame, said: Span) -> bool:
    """Tell whether a pronoun stands with its cue behind all that is told, which then names whomever else it means."""
    at = frame.after(said.start)
    last = len(frame.words) - 1
    return 0 < last - at <= _CUE and "," in frame.joints[at]


def _told_of(frame: Frame) -> list[Named]:
    """Return the names of a sentence but those to or by whom something was done: "*asked by* the coach, Ana Ruiz"."""
    rules = frame.rules
    before = ((m, range(max(0, m.first - _ROLE), m.first)) for m in frame.names)
    return [m for m, words in before if not any(frame.normal(i) in rules.by | rules.to for i in words)]


def _is_day(frame: Frame, said: Span) -> bool:
    """Tell whether what seems to speak begins with a weekday or month, which says when and not who."""
    words, days = tokens(frame.document.text, said.start, said.end), lists(frame.document.language.about.code)
    return bool(words) and days.is_(DAY, (words[0].normal,))


def _genders(document: Document, known: Entities) -> dict[str, str]:
    """Return for each name the gender of most of the pronouns that mean it."""
    table, told = document.language.references.pronouns, dict[str, Counter[str]]()
    for reference in known.references:
        if reference.how == "pronoun" and (gender := table.get(normalise(reference.span.of(document.text)))):
            told.setdefault(known.all[reference.entity].name, Counter())[gender] += 1
    most = {name: genders.most_common(1)[0] for name, genders in told.items()}
    return {name: gender for name, (gender, times) in most.items() if times >= _SURE}


def _may_act(frame: Frame, name: Named) -> bool:
    """Tell whether a name is a person's, and not that of a place that is like one: "at the school *in Hiri*"."""
    if name.first < name.last or not name.is_person:
        return name.is_person
    first = name.first
    while first > 0 and frame.words[first - 1].text[0].isupper() and not frame.joints[first].strip():
        first -= 1
    return first == 0 or frame.normal(first - 1) not in frame.rules.opens


def _theme(frame: Frame) -> Named | None:
    """Return the first person outside the phrases that only tell when, where or on what occasion."""
    cuts = [0, *(i for i in range(1, len(frame.words)) if "," in frame.joints[i]), len(frame.words)]
    phrases = [(a, b) for a, b in pairwise(cuts) if b > a and frame.normal(a) not in frame.rules.opens]
    people = [(m, a, b) for a, b in phrases[:_HEAD] for m in frame.names if a <= m.first < b and _may_act(frame, m)]
    if not people:
        return None
    (name, first, stop), following = people[0], people[1][0] if len(people) > 1 else None
    owns = frame.normal(name.last).endswith(frame.rules.possessives)  # "X's chairman, Y, said"
    described = owns or (name.first > first and name.last + 1 == stop)  # "the lawyer of X, Y, said"
    return following if described and following and following.first == stop else name
