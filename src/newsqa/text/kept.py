"""Tables made from the language data, kept in the user's cache: making them at each start costs half a second."""

from __future__ import annotations

import marshal
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

from newsqa.text.shelf import Shelf, mapped, packed

_OLD = 30 * 24 * 3600  # seconds after which a table is taken for one of an older version, and removed


def kept(name: str, made_from: Iterable[bytes], make: Callable[[], Any]) -> Any:  # noqa: ANN401  what is made is what is read
    """Return what `make` makes from the given bytes, read back where it was made from the same bytes before.

    Only what marshal knows can be kept: numbers, strings, tuples, lists, dictionaries. Where nothing can be written,
    or what is there is broken, it is made anew.
    """
    file = f"{name}.{_digest(made_from)}.table"
    with suppress(OSError, RuntimeError, EOFError, ValueError, TypeError):
        return marshal.loads((place() / file).read_bytes())  # noqa: S302  only this user writes there
    made = make()
    with suppress(OSError, RuntimeError):
        _keep(place() / file, name, marshal.dumps(made))
    return made


def shelved(name: str, made_from: Iterable[bytes], make: Callable[[], Iterable[tuple[str, Any]]]) -> Shelf:
    """Return the rows that `make` makes from the given bytes, each with its key, as a shelf.

    As with `kept` it is read back where it was made before, from a file that many processes share; where nothing can
    be written it is made anew, and held in memory.
    """
    file = f"{name}.{_digest(made_from)}.shelf"
    with suppress(OSError, RuntimeError, ValueError):
        return mapped(place() / file)
    made = packed(make())
    with suppress(OSError, RuntimeError, ValueError):
        _keep(place() / file, name, made)
        return mapped(place() / file)
    return Shelf(made)


def place() -> Path:
    """Return the folder of the tables; raises RuntimeError for a user without a home."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "newsqa"


def _digest(made_from: Iterable[bytes]) -> str:
    digest = blake2b(sys.version.encode(), digest_size=10)
    for part in made_from:
        digest.update(blake2b(part).digest())
    return digest.hexdigest()


def _keep(path: Path, name: str, content: bytes) -> None:
    """Write a table whole or not at all, then remove those that are old."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{name}.")
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    Path(temporary).replace(path)
    for old in path.parent.glob(f"*{name}.*"):
        if time.time() - old.stat().st_mtime > _OLD:
            old.unlink(missing_ok=True)
