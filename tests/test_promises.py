"""What the README promises: the tests it names are there, and its figures are what is counted in them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import test_bombs
import test_contract
import test_disguises
import test_fetch
import test_pages

ROOT = Path(__file__).parents[1]
ROWS = re.findall(r"^\| (.+) \| (.*`.+`.*) \|$", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
COUNTED = {
    "address forms": len(test_fetch.NOT_PUBLIC),
    "links": len(test_fetch.NEVER_FETCHED),
    "hostile terms": len(set(test_contract.HOSTILE)),
    "disguises": len(test_disguises.DISGUISES),
    "bombs": len(test_bombs.BOMBS),
    "shapes of news sites": len(test_pages.PAGES),
}
LEAST = {"address forms": 42, "links": 24, "hostile terms": 75, "disguises": 28, "bombs": 4, "shapes of news sites": 8}


def paths(cell: str) -> list[str]:
    """Return the files and folders that a cell of the table names; a bare name is beside the one before."""
    found: list[str] = []
    for name in re.findall(r"`([^`]+)`", cell):
        if name.startswith(("tests/", "benchmarks/")):
            found.append(name)
        elif name.endswith(".py"):
            found.append(str(Path(found[-1]).parent / name))
    return found


@pytest.mark.parametrize(("promise", "tested"), ROWS, ids=lambda text: text[:40])
def test_what_tests_a_promise_is_there(promise: str, tested: str) -> None:
    assert paths(tested) or "make" in tested or "suite" in tested, promise
    assert [path for path in paths(tested) if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("what", LEAST)
def test_as_many_are_tested_as_is_promised(what: str) -> None:
    promised = re.search(rf"(\d+) {what}", " ".join(promise for promise, _ in ROWS))
    assert promised, f"the README tells how many {what}"
    assert COUNTED[what] == int(promised[1]) >= LEAST[what]
    print(f"{COUNTED[what]} {what}")  # noqa: T201
