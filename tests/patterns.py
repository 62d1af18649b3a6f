"""Every regular expression of the tree, as it is compiled: with where, and with what it is used on.

Run as a program, it prints them as JSON. A process of its own, because a pattern is seen only while its module loads.
"""

from __future__ import annotations

import ast
import json
import pkgutil
import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import _lru_cache_wrapper
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[1]
TREES = (ROOT / "src" / "newsqa", ROOT / "bot")
_USES = {"compile", "search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer"}
Site = tuple[str, int]


def sites() -> set[Site]:
    """Return where in the source a pattern is made: by re.compile, or by a function of re that takes one."""
    files = (path for tree in TREES for path in tree.rglob("*.py"))
    return {(str(path.relative_to(ROOT)), line) for path in files for line in _lines(ast.parse(path.read_text()))}


def _lines(tree: ast.AST) -> Iterator[int]:
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id="re"), attr=name)) if name in _USES:
                yield node.lineno


class Watched:
    """A pattern that remembers how it is used."""

    def __init__(self, made: re.Pattern[str], uses: set[str]) -> None:
        self._made, self._uses = made, uses

    def __getattr__(self, name: str) -> Any:
        if name in _USES:
            self._uses.add(name)
        return getattr(self._made, name)


class Seen(NamedTuple):
    """Where a pattern is made, and by which of its methods it is used."""

    places: set[Site]
    uses: set[str]


def collected() -> dict[tuple[str, int], Seen]:
    """Return the patterns, with their flags, once everything has been loaded and used."""
    seen: dict[tuple[str, int], Seen] = {}
    originals = {name: getattr(re, name) for name in _USES}

    def noted(pattern: str, flags: int = 0) -> re.Pattern[str]:
        made = originals["compile"](pattern, flags)
        frame = sys._getframe(2)
        if any(Path(frame.f_code.co_filename).is_relative_to(tree) for tree in TREES):
            found = seen.setdefault((made.pattern, made.flags), Seen(set(), set()))
            found.places.add((str(Path(frame.f_code.co_filename).relative_to(ROOT)), frame.f_lineno))
            return Watched(made, found.uses)  # type: ignore[return-value]
        return made

    def used(name: str) -> Callable[..., Any]:
        return lambda pattern, *given, **more: getattr(noted(pattern), name)(*given, **more)

    re.compile = lambda pattern, flags=0: noted(pattern, flags)  # type: ignore[assignment]
    for module in _modules():
        _fill(module)
    for name in ("search", "sub", "findall"):
        setattr(re, name, used(name))
    _work()
    return seen


def _modules() -> list[ModuleType]:
    names: list[str] = []
    for package in ("newsqa", "bot"):
        top = import_module(package)
        names += [package, *(m.name for m in pkgutil.walk_packages(top.__path__, f"{package}."))]
    return [import_module(name) for name in names if not name.endswith("__main__")]


def _fill(module: ModuleType) -> None:
    """Call the functions that make patterns from language data and keep them."""
    from newsqa.languages import CODES  # noqa: PLC0415  only now are patterns seen

    for value in list(vars(module).values()):
        if isinstance(value, _lru_cache_wrapper) and value.__module__ == module.__name__:
            for arguments in ((), *((code,) for code in CODES), ("rules",), ("broad",)):
                try:
                    value(*arguments)
                except Exception:  # noqa: BLE001, S112  it takes something else
                    continue


def _work() -> None:
    """Add an article in each language, ask, and do the rest that makes patterns only when it is done."""
    from bot.handlers import desks  # noqa: PLC0415  only now are patterns seen
    from newsqa.model import Article  # noqa: PLC0415  only now are patterns seen
    from newsqa.newsroom import Newsroom  # noqa: PLC0415  only now are patterns seen
    from newsqa.text import marks  # noqa: PLC0415  only now are patterns seen

    texts = {
        "id": "WATES - Rini, 45, meninjau 'pasar' pada Selasa (26/3). \"Harus selesai,\" kata Rini. Ada 1,5 juta.",
        "en": "EASTBAY, March 4 - Marsh said the '90s pier was safe. \"It's safe,\" Marsh said. It cost $4.2 million.",
    }
    with tempfile.TemporaryDirectory() as folder:
        newsroom = Newsroom.open(Path(folder) / "a.db")
        for code, text in texts.items():
            newsroom.add(Article(id=code, text=text))
        for question in (
            "siapa meninjau pasar?",
            "did Marsh say it was safe?",
            "why?",
            "apa kata Rini soal 'pasar' 5,0?",
        ):
            newsroom.why(question)
        newsroom.close()
    desks.named(["Olahraga"])
    marks._closes_later("the players' pitch'", 11)


def main() -> None:
    """Print the patterns: [pattern, flags, [[file, line], ...], [method, ...]] each."""
    found = collected().items()
    print(json.dumps([[*pattern, sorted(seen.places), sorted(seen.uses)] for pattern, seen in found]))  # noqa: T201


if __name__ == "__main__":
    main()
