"""Readers in a process of their own, with a cap on memory and time: a bomb ends the child, not the newsroom."""

from __future__ import annotations

import json
import resource
import signal
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from newsqa.errors import UnreadableArticleError

SECONDS = 10  # of work
_WAITING = 3  # times as long, on a machine that does other work too
MEGABYTES = 200
_MAPPED = 600  # megabytes of addresses, most of them never used, where the system does not say how many there are
_MOST_OUT = 64 * 1024 * 1024  # bytes of rows that one file may become

Reader = Callable[[bytes, str], list[dict[str, str]]]


def run(form: str, data: bytes, url: str = "") -> list[dict[str, str]]:
    """Return the rows that the reader of a format finds in `data`.

    Raises UnreadableArticleError with the reader's reason, or that the file costs too much memory or time.
    """
    command = [sys.executable, "-m", "newsqa.read.child", form, url]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=_WAITING * SECONDS, check=False)  # noqa: S603  our own module
    except subprocess.TimeoutExpired as error:
        raise UnreadableArticleError(f"the file takes longer than {SECONDS} seconds to read", "slow") from error
    if done.returncode == -signal.SIGXCPU:
        raise UnreadableArticleError(f"the file takes longer than {SECONDS} seconds to read", "slow")
    if done.returncode or len(done.stdout) > _MOST_OUT:
        raise UnreadableArticleError(f"the file takes more than {MEGABYTES} MB to read, or is broken", "heavy")
    answer = json.loads(done.stdout)
    if "error" in answer:
        raise UnreadableArticleError(answer["error"], answer["reason"], answer["about"])
    rows: list[dict[str, str]] = answer["rows"]
    return rows


def _most() -> int:
    """Return how many addresses this process may have so that it never fills more memory than it may."""
    try:
        mapped, filled = (int(n) * resource.getpagesize() for n in Path("/proc/self/statm").read_text().split()[:2])
    except OSError:
        return _MAPPED * 2**20
    return mapped + MEGABYTES * 2**20 - filled


def main() -> None:
    """Read standard input with the reader that the first argument names, and print what it found as JSON."""
    form, url = sys.argv[1:3]
    reader: Reader = import_module(f"newsqa.read.{form}").read
    resource.setrlimit(resource.RLIMIT_AS, (_most(), _most()))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    try:
        answer: dict[str, object] = {"rows": reader(sys.stdin.buffer.read(), url)}
    except UnreadableArticleError as error:
        answer = {"error": str(error), "reason": error.reason, "about": error.about}
    except MemoryError:
        answer = {"error": f"the file takes more than {MEGABYTES} MB to read", "reason": "heavy", "about": {}}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
