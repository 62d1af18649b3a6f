"""How Telegram is asked: every request of the bot trusts the same authorities."""

from __future__ import annotations

import ssl
from functools import cache

import httpx
from telegram.request import HTTPXRequest


def request(connections: int, patience: float = 5.0) -> HTTPXRequest:
    """Return what asks Telegram over so many connections, and waits so many seconds for an answer to come in."""
    return HTTPXRequest(connections, read_timeout=patience, httpx_kwargs={"verify": trusted()})


@cache
def trusted() -> ssl.SSLContext:
    """Return whom to trust, read once: it takes 60 ms."""
    return httpx.create_ssl_context()
