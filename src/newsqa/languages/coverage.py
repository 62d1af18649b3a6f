"""How much of each language is covered, so that a partial language looks partial."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from pydantic import BaseModel

from newsqa.languages import CODES, load


def table() -> str:
    """Return a table: one line a concern, one column a language, the number of entries each has."""
    columns = {code: dict(_entries(code)) for code in CODES}
    names = list(dict.fromkeys(name for column in columns.values() for name in column))
    width = max(map(len, names))
    head = " " * width + "".join(f"{load(code).about.name:>18}" for code in CODES)
    lines = (f"{name:{width}}" + "".join(f"{columns[code].get(name, 0):>18,}" for code in CODES) for name in names)
    return "\n".join([head, *lines])


def _entries(code: str) -> Iterator[tuple[str, int]]:
    language = load(code)
    for concern in type(language).model_fields:
        yield concern, _count(getattr(language, concern))
    for name in ("predicates", "terms"):
        yield f"shared {name}", _forms(name, code)


def _count(value: Any) -> int:  # noqa: ANN401  any shape that a data file can have
    if isinstance(value, BaseModel):
        return sum(_count(getattr(value, name)) for name in type(value).model_fields)
    if isinstance(value, dict):
        return sum(_count(v) for v in value.values())
    return sum(map(_count, value)) if isinstance(value, (tuple, list, frozenset)) else 1


def _forms(name: str, code: str) -> int:
    text = (files("newsqa.languages") / "shared" / f"{name}.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return sum(len(row[code].split(", ")) for row in rows)
