"""Headlines and transcripts: a name, a colon, and what it says."""

from __future__ import annotations

from newsqa.extract.quotes.frames import Frame, Named
from newsqa.extract.quotes.indirect import span
from newsqa.model import Span
from newsqa.text.names import longest_title

_SHORTEST = 3  # words


def find(frame: Frame) -> tuple[Named, Span] | None:
    """Return who speaks and what, in a line that begins "Rina Astuti: ..."; None where it does not."""
    titles = longest_title(frame.words, 0, frame.document.language.about.code) if frame.words else 0
    named = (m for m in frame.names if m.first in {0, titles} and m.entity.kind in {"person", "organisation"})
    name = next(named, None)
    if name is None or frame.marks or ":" not in frame.joints[name.last + 1]:
        return None
    words = span(frame, name.last + 1, len(frame.words))
    return (name, words) if words and len(frame.words) - name.last > _SHORTEST else None
