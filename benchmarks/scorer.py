"""The span scorer with other weights than those it ships with: so that it judges what it was not fitted on."""

from __future__ import annotations

from pathlib import Path

from newsqa.answer import page
from newsqa.answer import weights as learned

_shipped = learned._text  # noqa: SLF001  what no reader needs
_used: list[Path] = []


def scored_by(path: Path) -> None:
    """Let the span scorer use other weights from here on."""
    if _used[-1:] == [path]:
        return
    _used.append(path)
    text = path.read_text(encoding="utf-8")
    learned._text = lambda name: text if name.endswith(".tsv") else _shipped(name)  # noqa: SLF001
    for table in vars(learned).values():  # whatever was made of the shipped ones goes
        if hasattr(table, "cache_clear"):
            table.cache_clear()
    page._open.clear()  # noqa: SLF001  an opened article keeps what its words count by themselves
