"""Whom a speaker's mention means: the fullest name for it in the article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from newsqa.extract.entities import Entities
from newsqa.extract.quotes import themes
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
_KIN = 4  # words before a name that say whose kin or colleague somebody is
_CUE = 2  # words at most that a cue behind all that is told has after its subject
_SEVERAL = "many"


@dataclass(slots=True)
class People:
    """The entities of an article, the gender that pronouns tell of them, who spoke last, and the sentence before."""

    known: Entities
    genders: Mapping[str, str]
    last: str | None = None
    heard: int = 0
    passed: Frame | None = None

    @classmethod
    def of(cls, document: Document, known: Entities) -> People:
        """Return the people of an article before anyone speaks."""
        return cls(known, _genders(document, known))

    def name(self, frame: Frame, subject: Subject) -> str | None:
        """Return the fullest name of a subject, its own words where it names no one, None where nobody can tell."""
        said = words_of(frame, subject)
        if subject.name is not None:
            return self._of_people(frame, subject.name) or subject.name.entity.name
        if subject.pronoun:
            return self._stands_for(frame, said)
        meant = self._meant(frame, said) or self._holder(frame, subject)
        meant = meant or (self.last if self._points_back(frame, said) else None)
        return meant or (None if _is_day(frame, said) else frame.of(said))

    def _of_people(self, frame: Frame, name: Named) -> str | None:
        """Return who spoke last where only a word for a people means them: "the *Belgian* said"."""
        definite = frame.normal(name.first - 1) in frame.rules.definite and name.entity.kind == "other"
        peoples = lists(frame.document.language.about.code).peoples
        last = self.known.named(self.last) if self.last else None
        person = last is not None and last.kind == "person"
        return self.last if definite and person and frame.normal(name.first) in peoples else None

    def _stands_for(self, frame: Frame, said: Span) -> str | None:
        """Return whom a pronoun means: who spoke last, unless the pronoun does not fit or another fits as well."""
        meant, word = self.known.at(said), normalise(frame.of(said))
        other = meant.name if meant else None
        if word not in frame.rules.pronouns | frame.rules.owners:
            return self._ended(frame, other)
        told = frame.document.language.references.pronouns.get(word, "")
        before = (m for m in themes.told_of(frame) if m.span.end <= said.start)
        named = not _trails(frame, said) and any(m.entity.name == other for m in before)
        if not self._fits(self.last, told):
            return self.last if self._speaks_on(frame, other) else self._instead(other, told, named=named)
        if other == self.last or not self._fits(other, told):
            return self.last
        since = frame.passage.index - self.heard
        if since and named:
            return other  # named in this very sentence
        if since <= _NEAR:
            return self.last
        return other

    def _speaks_on(self, frame: Frame, other: str | None) -> bool:
        """Tell whether a person spoke in the sentence before, of the same paragraph, and the other is not named there.

        The gender that their pronouns tell may be that of whom they told: "Coach Moss said she ran. "...," he said."
        """
        before, last = self.passed, self.known.named(self.last or "")
        if before is None or last is None or last.kind != "person" or self.heard != frame.passage.index - 1:
            return False
        named = {name.entity.name for name in (*before.names, *frame.names)}
        return before.passage.paragraph == frame.passage.paragraph and self.last in named and other not in named

    def _instead(self, other: str | None, told: str, *, named: bool) -> str | None:
        """Return whom a pronoun means that does not fit who spoke last."""
        sure = named or told in {"", _SEVERAL, self.genders.get(other or "")} or self._is_other(self.last, told)
        if sure and self._fits(other, told):
            return other
        return None if told == _SEVERAL else self.last  # what a name is, is a guess

    def _ended(self, frame: Frame, other: str | None) -> str | None:
        """Return whom an ending of the cue means: who spoke last, unless the sentence before named someone since."""
        since = frame.passage.index - self.heard > _NEAR and other in self._before(frame)
        return other if since else self.last or other

    def _before(self, frame: Frame) -> set[str]:
        """Return the people who are named early in the sentence before, of the same paragraph, without who spoke."""
        before = self.passed
        if before is None or before.passage.paragraph != frame.passage.paragraph:
            return set()
        named = {name.entity.name for name in themes.early(before)}
        return set() if self.last in {name.entity.name for name in before.names} else named

    def _is_other(self, name: str | None, told: str) -> bool:
        """Tell whether a person's pronouns tell another gender than the one at hand: they cannot be meant."""
        return self.genders.get(name or "", told) != told and told not in {"", "one", _SEVERAL}

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
        """Return the person whom a role means that stands alone: "Hakim menyebut ...", "the minister said"."""
        definite = frame.normal(subject.first) in frame.rules.definite
        first = subject.first + definite
        if longest_title(frame.words, first, frame.document.language.about.code) != subject.last + 1 - first:
            return None
        role = {frame.normal(i) for i in range(first, subject.last + 1)}
        return self._just_told(frame, role) if definite else self._only(role)

    def _only(self, role: set[str]) -> str | None:
        """Return the only person with a role, or the only one of whom nothing more is told than it."""
        told = {e.name: {t.normal for t in tokens(e.role)} for e in self.known.all if e.role}
        people = [name for name, words in told.items() if role <= words]
        plain = [name for name in people if told[name] == role]
        return people[0] if len(people) == 1 else plain[0] if len(plain) == 1 else None

    def _just_told(self, frame: Frame, role: set[str]) -> str | None:
        """Return the last person to whose name a role led up in this sentence or the one before."""
        before = [self.passed] if self.passed else []
        led = (m for f in (frame, *before) for m in reversed(f.names) if m.is_person and themes.leads(f, m, role))
        return next((m.entity.name for m in led), None)

    def hear(self, frame: Frame, subject: Subject, speaker: str | None) -> None:
        """Remember who spoke, if a pronoun may mean them: a person or body by name, or someone without one."""
        if subject.pronoun:
            same = speaker == self.last
            if same or (speaker and any(m.entity.name == speaker for m in frame.names)):
                self.last, self.heard = speaker, frame.passage.index
            return
        named = subject.name is not None and subject.name.entity.kind != "place"
        meant = subject.name is None and self._meant(frame, words_of(frame, subject)) is not None
        if named or meant or _is_introduced(frame, subject) or _is_proper(frame, subject):
            self.last, self.heard = speaker, frame.passage.index

    def meet(self, frame: Frame, before: int) -> None:
        """Remember whom a sentence is about, named before a word of it, where no one with a name speaks in it."""
        name = themes.theme(frame)
        pointed = self._pointed(frame, name)
        if pointed:
            self.last, self.heard = pointed, frame.passage.index
        elif name and name.first < before and self._is_new(frame, name):
            self.last, self.heard = name.entity.name, frame.passage.index
        elif not name and (described := self._described(frame)):
            self.last, self.heard = described, frame.passage.index

    def _described(self, frame: Frame) -> str | None:
        """Return the words for a person without a name that a sentence begins with: "*The driver*, 41, fell asleep"."""
        single = (frame.rules.definite | frame.rules.some) - set(frame.document.language.references.words.several)
        if frame.normal(0) not in single:
            return None
        length = longest_title(frame.words, 1, frame.document.language.about.code)
        if not length or any(m.first <= length for m in frame.names):
            return None
        return frame.of(Span(start=frame.start, end=frame.words[length].end))

    def _is_new(self, frame: Frame, name: Named) -> bool:
        """Tell whether a sentence is about the name in it, not about whom its first word means: "her aide Ana Ruiz"."""
        opener = frame.normal(0)
        kin = opener in frame.rules.owners and name.first <= _KIN and not _is_defined(frame, name)
        return kin or opener not in frame.rules.pronouns | frame.rules.owners

    def _pointed(self, frame: Frame, name: Named | None) -> str | None:
        """Return whom a role means that a sentence begins with, before a name: "the *author* won the Booker"."""
        if name and themes.is_apposed(frame, name):
            return None
        roles = (r for r in self.known.within(frame.passage.index) if r.how == "role" and r.span.start == frame.start)
        meant = next((self.known.all[r.entity] for r in roles if not name or r.span.end < name.span.start), None)
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


def _is_introduced(frame: Frame, subject: Subject) -> bool:
    """Tell whether a subject brings in someone without a name, not in a phrase that says from or to whom."""
    rules, before = frame.rules, frame.normal(subject.first - 1)
    beside = before in frame.document.language.facts.prepositions and before not in rules.according
    return frame.normal(subject.first) in rules.some and not beside


def _is_proper(frame: Frame, subject: Subject) -> bool:
    """Tell whether a subject is written as a name is, though no list tells whose."""
    words = frame.words[subject.first : subject.last + 1]
    return subject.first == 0 and len(words) > 1 and all(word.text[0].isupper() for word in words)


def _is_defined(frame: Frame, name: Named) -> bool:
    """Tell whether a sentence only says what a named person is: "Her mother, Ana Ruiz, *was a* cook"."""
    rules, at = frame.rules, name.last + 1
    return frame.normal(at) in rules.auxiliaries and frame.normal(at + 1) in rules.some


def _trails(frame: Frame, said: Span) -> bool:
    """Tell whether a pronoun stands with its cue behind all that is told, which then names whomever else it means."""
    at = frame.after(said.start)
    last = len(frame.words) - 1
    return 0 < last - at <= _CUE and "," in frame.joints[at]


def _is_day(frame: Frame, said: Span) -> bool:
    """Tell whether what seems to speak begins with a weekday or month, which says when and not who."""
    words, days = tokens(frame.document.text, said.start, said.end), lists(frame.document.language.about.code)
    return bool(words) and days.is_(DAY, (words[0].normal,))


def _genders(document: Document, known: Entities) -> dict[str, str]:
    """Return for each name the gender of most of the pronouns that mean it, those in what somebody says left out.

    Who speaks of "him" means somebody else, who often has no other name near by.
    """
    table, told = document.language.references.pronouns, dict[str, Counter[str]]()
    quoted = [mark.outer for mark in document.marked]
    for reference in known.references:
        pronoun = reference.how == "pronoun" and not any(mark.holds(reference.span) for mark in quoted)
        if pronoun and (gender := table.get(normalise(reference.span.of(document.text)))):
            told.setdefault(known.all[reference.entity].name, Counter())[gender] += 1
    most = {name: genders.most_common(1)[0] for name, genders in told.items()}
    return {name: gender for name, (gender, times) in most.items() if times >= _SURE}
