"""Whom a speaker's mention means: the fullest name for it in the article."""

from __future__ import annotations

from dataclasses import dataclass

from newsqa.extract.entities import Entities
from newsqa.extract.quotes.frames import Frame
from newsqa.extract.quotes.speakers import Subject, theme, words_of
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
        meant = self.known.at(said)
        if subject.pronoun:
            return self.last or (meant.name if meant else None)
        if meant is not None and meant.kind in {"person", "organisation"}:
            return meant.name
        return self.last if self._is_statement(frame, subject) else frame.of(said)

    def hear(self, frame: Frame, subject: Subject, speaker: str | None) -> None:
        """Remember who spoke, if a pronoun may mean them: a person or body by name, or someone without one."""
        if subject.pronoun:
            return
        named = subject.name is not None and subject.name.entity.kind != "place"
        meant = subject.name is None and self.known.at(words_of(frame, subject)) is not None
        if named or meant or frame.normal(subject.first) in frame.rules.some:
            self.last = speaker

    def meet(self, frame: Frame) -> None:
        """Remember whom a sentence that reports nothing is about."""
        name = theme(frame)
        if name and frame.normal(0) not in frame.rules.pronouns:
            self.last = name.entity.name

    def _is_statement(self, frame: Frame, subject: Subject) -> bool:
        """Tell whether a subject is what the last speaker said: "the statement read"."""
        said = words_of(frame, subject)
        words = [t.normal for t in tokens(frame.document.text, said.start, said.end)]
        rules = frame.rules
        return bool({words[0], words[-1]} & rules.definite) and bool(set(words) & rules.statements)
