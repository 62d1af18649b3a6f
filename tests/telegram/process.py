"""The real bot process, started, watched, stopped and started again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from server import TelegramServer
from warm import WarmProcess

ROOT = Path(__file__).resolve().parents[2]


class BotProcess:
    """`python -m bot` (or another module or command) in an environment of its own, polling a TelegramServer.

    The bot is forked from a process that has read its tables already, unless `cold`: for scripts and for its own start.
    """

    def __init__(
        self,
        telegram: TelegramServer,
        folder: Path,
        owners: tuple[int, ...] = (),
        *,
        command: tuple[str, ...] = ("-m", "bot"),
        cold: bool = False,
        **environment: str,
    ) -> None:
        self.telegram, self.folder = telegram, folder
        self.command = (sys.executable, *command)
        self._warm = command[0] == "-m" and not cold
        self.environment = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "PYTHONUNBUFFERED": "1",
            "TELEGRAM_BOT_TOKEN": telegram.token,
            "TELEGRAM_API_URL": telegram.url,
            "NEWSQA_DATABASE": str(folder / "newsqa.db"),
            "NEWSQA_OWNERS": ",".join(map(str, owners)),
        } | environment
        self.lines: list[str] = []
        self.process: subprocess.Popen[str] | WarmProcess | None = None
        self._reader: threading.Thread | None = None

    @property
    def log(self) -> str:
        return "".join(self.lines)

    def start(self, *, wait: bool = True, timeout: float = 60.0) -> Self:
        """Start the process; with `wait`, return once it asks for updates (or its webhook is set)."""
        before = self._asked()
        self.process = WarmProcess(self.folder, self.environment, self.command[-1]) if self._warm else self._cold()
        self._reader = threading.Thread(target=self._read, args=(self.process,), daemon=True)
        self._reader.start()
        if wait:
            self._wait_until_ready(before, timeout)
        return self

    def _cold(self) -> subprocess.Popen[str]:
        return subprocess.Popen(  # our own command
            self.command,
            cwd=self.folder,
            env=self.environment,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )

    def _wait_until_ready(self, before: int, timeout: float) -> None:
        assert self.process
        try:
            self.telegram.wait_for(lambda: self._ready(before), timeout, "the bot to ask for updates")
        except AssertionError:
            self.stop(signal.SIGKILL)
            raise
        if self.process.poll() is not None:
            status = self.stop()
            raise AssertionError(f"the bot ended with status {status}:\n{self.log}")

    def _ready(self, before: int) -> bool:
        assert self.process
        return self._asked() > before or self.process.poll() is not None

    def _asked(self) -> int:
        """Count how often updates were asked for, by polling or by setting a webhook."""
        hooks = [call for call in self.telegram.calls("setWebhook") if call.result]
        return self.telegram.updates.polls + len(hooks)

    def _read(self, process: subprocess.Popen[str] | WarmProcess) -> None:
        assert process.stdout
        with process.stdout as stream:
            for line in stream:
                with self.telegram.world.changed:
                    self.lines.append(line)
                    self.telegram.world.changed.notify_all()

    def stop(self, sign: signal.Signals = signal.SIGTERM, timeout: float = 10.0) -> int:
        """End the process with a signal; its exit status."""
        if self.process is None:
            return 0
        if self.process.poll() is None:
            self.process.send_signal(sign)
        try:
            status = self.process.wait(timeout)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise AssertionError(f"the bot did not end on {sign.name}:\n{self.log}") from None
        assert self._reader
        self._reader.join(timeout)
        return status

    def kill(self) -> None:
        """Kill the process, as a power cut would."""
        self.stop(signal.SIGKILL)

    def restart(self, *, kill: bool = False) -> Self:
        self.stop(signal.SIGKILL if kill else signal.SIGTERM)
        return self.start()

    def wait_log(self, words: str, timeout: float = 5.0) -> None:
        self.telegram.wait_for(lambda: words in self.log, timeout, f"{words!r} in the log:\n{self.log}")

    def settled(self, quiet: float = 0.2, timeout: float = 20.0) -> None:
        """Wait until the bot has taken every update, calls nothing and computes nothing: silence to test for.

        A bot that only waits for its own clock looks settled too.
        """
        end = time.monotonic() + timeout
        self.telegram.settled(quiet, timeout)
        while (before := self.processor_time()) != self._after(quiet):
            if time.monotonic() > end:
                raise AssertionError(f"the bot computes on and on, {before:.1f} s so far\n{self.telegram.situation()}")
        self.telegram.settled(quiet, timeout)

    def _after(self, seconds: float) -> float:
        time.sleep(seconds)
        return self.processor_time()

    def processor_time(self) -> float:
        """Return the seconds of processor time used so far."""
        assert self.process
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self) -> int:
        """Return the resident memory in bytes."""
        assert self.process
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) * 1024

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
