"""Shelves: large tables of which a row is read when it is asked for; whole, as dictionaries, they fill 80 MB."""

from __future__ import annotations

import marshal
from array import array
from collections.abc import Iterable, Iterator, Mapping
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any
from zlib import crc32

_MARK = b"newsqa\x01\n"  # what a shelf begins with
_WORD = 4  # bytes of a number
_HEAD = len(_MARK) + 2 * _WORD  # behind the mark: how many slots there are, and how many bytes in all
_ROOMY = 2  # slots for each row, so that a key is met at the first or second look


class Shelf(Mapping[str, Any]):
    """Rows by key, as `packed` put them: a table of slots, by the key's sum, that say where each row stands."""

    def __init__(self, content: bytes | mmap) -> None:
        """Open a shelf. Raises ValueError where the content is none, or not whole."""
        view = memoryview(content)
        slots, size = view[len(_MARK) : _HEAD].cast("I") if len(view) >= _HEAD else (0, 0)
        if view[: len(_MARK)] != _MARK or size != len(view):
            raise ValueError("this is no shelf")
        self._content, self._view, self._count = content, view, slots
        self._slots = view[_HEAD : _HEAD + slots * _WORD].cast("I")

    def __getitem__(self, key: str) -> Any:  # noqa: ANN401  what was put there is what is found
        """Return the row of a key."""
        found = self.get(key)
        if found is None:
            raise KeyError(key)
        return found

    def get(self, key: str, default: Any = None) -> Any:  # noqa: ANN401  as above
        """Return the row of a key, another thing where there is none: most keys that are looked up have none."""
        wanted, content = _written(key), self._content
        slot = crc32(wanted) % self._count
        while at := self._slots[slot]:
            first = at + _WORD
            last = first + len(wanted)
            if content[first:last] == wanted and self._end(at) == last:
                return marshal.loads(self._view[last:])  # noqa: S302  only this user writes there
            slot = (slot + 1) % self._count
        return default

    def __iter__(self) -> Iterator[str]:
        """Yield the keys."""
        for at in filter(None, self._slots):
            yield str(self._view[at + _WORD : self._end(at)], "utf-8", "surrogatepass")

    def __len__(self) -> int:
        """Return how many rows there are."""
        return sum(map(bool, self._slots))

    def _end(self, at: int) -> int:
        """Return where the key of a row ends."""
        return at + _WORD + int.from_bytes(self._view[at : at + _WORD], "little")


def packed(rows: Iterable[tuple[str, Any]]) -> bytes:
    """Return a shelf of rows, each with a key of its own; what is in them marshal must know."""
    pieces = [(_written(key), marshal.dumps(row)) for key, row in rows]
    count = _ROOMY * len(pieces) + 1
    slots, at = array("I", bytes(count * _WORD)), _HEAD + count * _WORD
    for key, row in pieces:
        slot = crc32(key) % count
        while slots[slot]:
            slot = (slot + 1) % count
        slots[slot] = at
        at += _WORD + len(key) + len(row)
    stored = b"".join(len(key).to_bytes(_WORD, "little") + key + row for key, row in pieces)
    return _MARK + array("I", (count, at)).tobytes() + slots.tobytes() + stored


def mapped(path: Path) -> Shelf:
    """Return the shelf in a file, of which only what is asked for comes into memory. Raises OSError, ValueError."""
    with path.open("rb") as file:
        return Shelf(mmap(file.fileno(), 0, access=ACCESS_READ))


def _written(key: str) -> bytes:
    return key.encode("utf-8", "surrogatepass")
