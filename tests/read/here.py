"""Readers in this process, for tests of what they find; that each has a process of its own is the point of others."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

import pytest

from newsqa.read import child


def _run(form: str, data: bytes, url: str = "") -> list[dict[str, str]]:
    rows: list[dict[str, str]] = import_module(f"newsqa.read.{form}").read(data, url)
    return rows


@pytest.fixture(autouse=True, scope="module")
def readers_here() -> Iterator[None]:
    """Read in this process, half a second sooner."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(child, "run", _run)
        yield
