"""Whom a speaker's mention means: the fullest name for it in the article."""

from __future__ import annotations

from dataclasses import dataclass

from newsqa.extract.entities import Entities
from newsqa.extract.quotes.frames import Frame
from newsqa.extract.quotes.speakers import Subject, theme, words_of
from newsqa.model import Span
from newsqa.text.words import tokens


@dataclass(slots=True)
class People:
    """The entities of an article, and who spoke last."""

    known: Entities
    last: str | None = None

    def name(self, frame: Frame, subject: Subject) -> str | None:
        """Return the fullest name of a subject; its own words where it names no one."""
        if subject.name is not None:
            return subject.name.entity.name
        said = words_of(frame, subject)
        if subject.pronoun:
            meant = self.known.at(said)
            return self.last or (meant.name if meant else None)
        return self._meant(frame, said) or (self.last if self._points_back(frame, said) else frame.of(said))

    def _meant(self, frame: Frame, said: Span) -> str | None:
        """Return whom a role without a name means."""
        roles = (r for r in self.known.within(frame.passage.index) if r.how == "role" and r.span.meets(said))
        return next((self.known.all[r.entity].name for r in roles), None)

    def hear(self, frame: Frame, subject: Subject, speaker: str | None) -> None:
        """Remember who spoke, if a pronoun may mean them: a person or body by name, or someone without one."""
        if subject.pronoun:
            return
        named = subject.name is not None and subject.name.entity.kind != "place"
        meant = subject.name is None and self._meant(frame, words_of(frame, subject)) is not None
        if named or meant or frame.normal(subject.first) in frame.rules.some:
            self.last = speaker

    def meet(self, frame: Frame, before: int) -> None:
        """Remember whom a sentence is about, named before a word of it, where no one with a name speaks in it."""
        name = theme(frame)
        if name and name.first < before and frame.normal(0) not in frame.rules.pronouns:
            self.last = name.entity.name

    def _points_back(self, frame: Frame, said: Span) -> bool:
        """Tell whether a mention is of the last speaker, or of what was said: "pria itu", "the statement read"."""
        words = [t.normal for t in tokens(frame.document.text, said.start, said.end)]
        rules = frame.rules
        if words[-1] in rules.definite:
            return True
        return words[0] in rules.definite and bool(set(words) & rules.statements)
