"""A process that has read the rules and every table once, from which warm bots are forked.

Reading them takes a bot two seconds of processor time, a forked one starts in 0.15 s, and there is a bot for each test.
What is forked is the program of `python -m bot` with an environment, folder and standard output of its own, from its
first line on.
"""

from __future__ import annotations

import multiprocessing
import os
import runpy
import subprocess
import sys
from multiprocessing.forkserver import ensure_running
from pathlib import Path
from typing import TextIO

ROOT = Path(__file__).resolve().parents[2]
_CONTEXT = multiprocessing.get_context("forkserver")


class WarmProcess:
    """A forked bot, in as much of the form of a subprocess.Popen as is needed."""

    def __init__(self, folder: Path, environment: dict[str, str], module: str) -> None:
        pipe = folder / f"log-{os.urandom(4).hex()}"
        os.mkfifo(pipe)
        _start()
        self._process = _CONTEXT.Process(target=_run, args=(str(folder), environment, str(pipe), module), daemon=True)
        self._process.start()
        self.stdout: TextIO = pipe.open(encoding="utf-8")
        pipe.unlink()

    @property
    def pid(self) -> int:
        assert self._process.pid
        return self._process.pid

    def poll(self) -> int | None:
        return self._process.exitcode

    def wait(self, timeout: float | None = None) -> int:
        self._process.join(timeout)
        if self._process.exitcode is None:
            raise subprocess.TimeoutExpired("bot", timeout or 0)
        return self._process.exitcode

    def send_signal(self, sign: int) -> None:
        os.kill(self.pid, sign)

    def kill(self) -> None:
        self._process.kill()


def _start() -> None:
    """Start the process to fork from, once."""
    paths = [str(ROOT), str(Path(__file__).parent)]
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join([*paths, *([before] if before else [])])
    try:
        _CONTEXT.set_forkserver_preload(["warm_up"])
        ensure_running()
    finally:
        if before is None:
            del os.environ["PYTHONPATH"]
        else:
            os.environ["PYTHONPATH"] = before


def _run(folder: str, environment: dict[str, str], pipe: str, module: str) -> None:
    """Be `python -m` that module."""
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    out = os.open(pipe, os.O_WRONLY)
    os.dup2(out, 1)
    os.dup2(out, 2)
    sys.stdout, sys.stderr = (os.fdopen(fd, "w", buffering=1, closefd=False) for fd in (1, 2))
    runpy.run_module(module, run_name="__main__", alter_sys=True)
