"""The span scorer, and kinds of questions, by other weights than the shipped: none that have seen what is judged."""

from __future__ import annotations

from pathlib import Path

from newsqa.answer import page, parse, wants
from newsqa.answer import weights as learned
from newsqa.text.kept import shelved

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


def wanted_by(path: Path) -> None:
    """Let what a question wants be told by other weights from here on."""
    source = path.read_bytes()
    shelf = shelved("wants", [source], lambda: wants._cells(source))  # noqa: SLF001
    wants._rows = lambda: shelf  # type: ignore[assignment]  # noqa: SLF001
    wants._weights.cache_clear()  # noqa: SLF001
    parse._told.cache_clear()  # noqa: SLF001
