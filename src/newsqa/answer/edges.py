"""Whether words that may answer begin and end where a phrase does, or inside one."""

from __future__ import annotations

from newsqa.answer.lines import Line
from newsqa.answer.row_ends import verbs
from newsqa.languages import load


def features(line: Line, first: int, last: int) -> dict[str, float]:
    """Return 1 for each edge of the words `first` to `last` that cuts a phrase in two, "broken collar|*bone*"."""
    return {"begins inside": float(_joined(line, first - 1)), "ends inside": float(_joined(line, last))}


def _joined(line: Line, at: int) -> bool:
    """Tell whether a word and the next belong together: neither is small nor a deed, and nothing parts them."""
    if at < 0 or at + 1 >= len(line.words) or line.clauses[at] != line.clauses[at + 1]:
        return False
    small = load(line.view.found.language).about.function_words
    parted = not line.view.text[line.words[at].end : line.words[at + 1].start].isspace()
    return not parted and not any(line.words[i].normal in small or i in verbs(line) for i in (at, at + 1))
