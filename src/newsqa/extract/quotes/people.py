"""Whom a speaker's mention means: the fullest name for it in the article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from newsqa.extract.quotes.frames import Frame
from newsqa.extract.quotes.speakers import Subject, names_in, words_of
from newsqa.text.words import tokens


@dataclass(slots=True)
class People:
    """The names of an article, and who was spoken of last."""

    full: dict[str, str]
    roles: list[tuple[str, str]]
    last: str | None = None
    seen: int = field(default=-1)

    def name(self, frame: Frame, subject: Subject) -> str | None:
        """Return the fullest name of a subject; what it says of itself where it names no one."""
        if subject.pronoun:
            return self.last
        if subject.name is not None:
            words = frame.of(subject.name.span)
            return self.full.get(words, words)
        return self._described(frame, subject)

    def _described(self, frame: Frame, subject: Subject) -> str | None:
        said = words_of(frame, subject)
        words = [t.normal for t in tokens(frame.document.text, said.start, said.end)]
        rules = frame.rules
        if words[0] in rules.definite or words[-1] in rules.definite or frame.words[subject.first].text[0].isupper():
            bare = " ".join(w for w in words if w not in rules.definite)
            held = [
                name
                for role, name in self.roles
                if role == bare or role.endswith(" " + bare) or role.startswith(bare + " ")
            ]
            if held:
                return self.last if self.last in held else held[-1]
            if words[-1] in rules.definite or set(words) & rules.statements:
                return self.last
        return frame.of(said)


def people(frames: Sequence[Frame]) -> People:
    """Return the names of an article, each with its fullest form."""
    named = names_in(frames)
    text = frames[0].document.text if frames else ""
    counts = Counter(words for words, m in named if m.kind in {"person", "organisation", "other"})
    full = {words: _fullest(words, counts) for words in counts}
    roles = [(_folded(m.role.of(text)), full.get(words, words)) for words, m in named if m.role and m.kind == "person"]
    return People(full, roles)


def _folded(words: str) -> str:
    return " ".join(t.normal for t in tokens(words))


def _fullest(short: str, counts: Counter[str]) -> str:
    """Return the longest name that holds every word of a shorter one; of several the most frequent."""
    want = set(_folded(short).split())
    longer = [name for name in counts if want < set(_folded(name).split()) and len(name.split()) <= 6]
    return max(longer, key=lambda n: (counts[n], len(n)), default=short)
