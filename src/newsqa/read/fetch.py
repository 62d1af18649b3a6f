"""Fetching a page: the boundary between the newsroom and the open internet.

Only http and https; each host is resolved once, refused if any of its addresses is not public, and the very address
that was checked is dialled; redirects are checked anew.
"""

from __future__ import annotations

import socket
import ssl
import time
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

import httpcore

from newsqa.errors import UnreadableArticleError
from newsqa.read.addresses import is_public

SECONDS = 10.0
MOST_BYTES = 5 * 1024 * 1024  # after decompression
MOST_REDIRECTS = 5
_PORTS = {"http": 80, "https": 443}
_MOVED = frozenset({301, 302, 303, 307, 308})
_HEADERS: dict[bytes | str, bytes | str] = {
    "User-Agent": "newsqa (+newsroom archive)",
    "Accept": "text/html,*/*;q=0.5",
    "Accept-Encoding": "gzip",
}

Allowed = Callable[[str], bool]
Headers = Mapping[bytes | str, bytes | str]


class FetchError(UnreadableArticleError):
    """Say why a link was not fetched."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a link led to: the address it ended at, its type, its bytes, and the marks by which it is asked for anew."""

    url: str
    kind: str
    data: bytes
    etag: str = ""
    modified: str = ""
    unchanged: bool = False


def fetch(url: str, *, etag: str = "", modified: str = "", allowed: Allowed = is_public) -> Page:
    """Return what a link leads to; `etag` and `modified` of an earlier page ask only for a newer one.

    Raises FetchError for a link that leads off the public internet, takes too long, is too large, or is not there.
    """
    until = time.monotonic() + SECONDS
    since = {"If-None-Match": etag, "If-Modified-Since": modified}
    headers: Headers = {**_HEADERS, **{name: value for name, value in since.items() if value}}
    with httpcore.ConnectionPool(network_backend=_Pinned(allowed, until), max_connections=1) as pool:
        for _ in range(MOST_REDIRECTS + 1):
            page = _step(pool, checked(url), headers)
            if isinstance(page, Page):
                return page
            url = _joined(url, page)
    raise FetchError(f"the link redirects more than {MOST_REDIRECTS} times", "redirects")


def _joined(url: str, target: str) -> str:
    try:
        return urljoin(url, target)
    except ValueError as error:
        raise FetchError(f"the link redirects to what is no link: {error}", "link") from error


def checked(url: str) -> str:
    """Return a link that may be fetched. Raises FetchError for any other."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError as error:
        raise FetchError(f"this is not a link: {error}", "link") from error
    if parts.scheme not in _PORTS:
        raise FetchError("only http and https links can be read", "scheme")
    if not parts.hostname or port == 0 or any(c.isspace() or not c.isprintable() for c in url.strip()):
        raise FetchError("this is not a link", "link")
    if parts.username is not None or parts.password is not None:
        raise FetchError("links with a user name or password are not read", "login")
    return _ascii(parts._replace(fragment="").geturl(), parts.hostname)


def _ascii(url: str, host: str) -> str:
    try:
        plain = host if ":" in host else host.encode("idna").decode()
    except UnicodeError as error:
        raise FetchError("this is not a link", "link") from error
    return url.replace(host, plain, 1) if host != plain else url


def _step(pool: httpcore.ConnectionPool, url: str, headers: Headers) -> Page | str:
    """Return the page at a link, or where it redirects to."""
    try:
        with pool.stream("GET", url, headers=headers) as response:
            told = {name.lower().decode(): value.decode("latin-1") for name, value in response.headers}
            if response.status in _MOVED and told.get("location"):
                return told["location"]
            if response.status not in {200, 304}:
                raise FetchError(f"the link answers with {response.status}", "status", {"status": response.status})
            data = _body(response.iter_stream(), told.get("content-encoding", ""))
    except (httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError, OSError) as error:
        raise FetchError(f"the link does not answer: {error or type(error).__name__}", "silent") from error
    kind = told.get("content-type", "").partition(";")[0].strip().lower()
    return Page(url, kind, data, told.get("etag", ""), told.get("last-modified", ""), response.status == 304)


def _body(chunks: Iterable[bytes], encoding: str) -> bytes:
    """Return a body, inflated no further than is allowed."""
    if encoding not in {"", "identity", "gzip"}:
        raise FetchError(f"the page is packed in a way that was not asked for ({encoding})", "broken")
    inflate = zlib.decompressobj(wbits=31) if encoding == "gzip" else None
    body = bytearray()
    for chunk in chunks:
        body += inflate.decompress(chunk, MOST_BYTES + 1 - len(body)) if inflate else chunk
        if len(body) > MOST_BYTES:
            raise FetchError(
                f"the page is larger than {MOST_BYTES // 1024 // 1024} MB", "page", {"most": MOST_BYTES // 1024 // 1024}
            )
    return bytes(body)


class _Pinned(httpcore.NetworkBackend):
    """A network that dials the address it has checked, never a name, and waits for nothing when the time is up."""

    def __init__(self, allowed: Allowed, until: float) -> None:
        self._allowed, self._until, self._network = allowed, until, httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002  the time that is left is known here
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Return a connection to the host, by an address that is allowed. Raises FetchError where one is not."""
        address = resolve(host, port, self._allowed)
        made = self._network.connect_tcp(address, port, _left(self._until), local_address, socket_options)
        return _Timed(made, self._until)


class _Timed(httpcore.NetworkStream):
    """A connection whose waits end when all of the time is up: who sends a letter a second is not heard out."""

    def __init__(self, stream: httpcore.NetworkStream, until: float) -> None:
        self._stream, self._until = stream, until

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002  as above
        return self._stream.read(max_bytes, _left(self._until))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002  as above
        self._stream.write(buffer, _left(self._until))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002  as above
    ) -> httpcore.NetworkStream:
        return _Timed(self._stream.start_tls(ssl_context, server_hostname, _left(self._until)), self._until)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401  as the library has it
        return self._stream.get_extra_info(info)


def _left(until: float) -> float:
    """Return how many seconds are left. Raises httpcore.ReadTimeout where none are."""
    left = until - time.monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout(f"it takes longer than {SECONDS:.0f} seconds")
    return left


def resolve(host: str, port: int, allowed: Allowed = is_public) -> str:
    """Return the first address of a host. Raises FetchError if any of its addresses is not allowed."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"there is no host {host!r}", "host", {"host": host}) from error
    addresses = [str(entry[4][0]) for entry in found]
    if not addresses or not all(allowed(address) for address in addresses):
        raise FetchError(f"{host!r} is not on the public internet", "private", {"host": host})
    return addresses[0]
