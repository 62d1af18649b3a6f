"""What can go wrong on the way: floods, refusals, lost connections, slowness, each for chosen calls."""

from __future__ import annotations

import time
from collections import defaultdict, deque
from dataclasses import dataclass, field
from typing import Any

from .errors import ApiError, forbidden, too_many_requests


@dataclass
class Fault:
    """One trouble for calls of a method (None: any) in a chat (None: any), `times` times (None: until cleared)."""

    error: ApiError | None = None
    method: str | None = None
    chat: int | None = None
    times: int | None = 1
    drop: str | None = None  # "before" the call is done, or "after": done, but the answer is lost
    delay: float = 0.0
    late: float = 0.0  # seconds that the answer takes once the call is done
    hits: int = 0

    def meets(self, method: str, chat: object) -> bool:
        named = self.method is None or self.method.lower() == method
        return (
            named
            and (self.chat is None or str(self.chat) == str(chat))
            and (self.times is None or self.hits < self.times)
        )


@dataclass
class Faults:
    """The troubles set up, each met in the order it was given."""

    rules: list[Fault] = field(default_factory=list)

    def meet(self, method: str, params: dict[str, Any]) -> list[Fault]:
        """Return (and count) the faults that strike this call; getUpdates only when named."""
        found = [rule for rule in self.rules if rule.meets(method, params.get("chat_id"))]
        found = [rule for rule in found if rule.method or method != "getupdates"]
        for rule in found:
            rule.hits += 1
        return found

    def clear(self) -> None:
        self.rules.clear()

    def add(self, fault: Fault) -> Fault:
        self.rules.append(fault)
        return fault

    def too_many(self, retry_after: int, **where: Any) -> Fault:
        return self.add(Fault(too_many_requests(retry_after), **where))

    def forbid(self, reason: str = "bot was blocked by the user", **where: Any) -> Fault:
        return self.add(Fault(forbidden(reason), **where))

    def fail(self, code: int = 502, description: str = "Bad Gateway", **where: Any) -> Fault:
        return self.add(Fault(ApiError(code, description), **where))

    def drop(self, when: str = "before", **where: Any) -> Fault:
        return self.add(Fault(drop=when, **where))

    def slow(self, seconds: float, **where: Any) -> Fault:
        return self.add(Fault(delay=seconds, **({"times": None} | where)))

    def stall(self, seconds: float, **where: Any) -> Fault:
        return self.add(Fault(late=seconds, **where))


@dataclass
class Flood:
    """Telegram's limits on sending, off unless `on`: 1 a second in a chat, 20 a minute in a group, 30 a second."""

    on: bool = False
    burst: int = 3  # short bursts in one chat pass
    _sent: dict[object, deque[float]] = field(default_factory=lambda: defaultdict(deque))

    def check(self, chat_id: int, *, group: bool) -> None:
        """Count one message; ApiError 429 when it is one too many."""
        if not self.on:
            return
        now = time.monotonic()
        limits: list[tuple[object, int, float]] = [(chat_id, self.burst, float(self.burst)), ("all", 30, 1.0)]
        limits += [((chat_id, "minute"), 20, 60.0)] if group else []
        for key, most, seconds in limits:
            self._count(key, most, seconds, now)

    def _count(self, key: object, most: int, seconds: float, now: float) -> None:
        sent = self._sent[key]
        while sent and sent[0] <= now - seconds:
            sent.popleft()
        if len(sent) >= most:
            raise too_many_requests(max(1, round(sent[0] + seconds - now)))
        sent.append(now)
