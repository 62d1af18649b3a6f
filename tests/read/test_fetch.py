"""The boundary between the newsroom and the open internet: what is never reached, and what is."""

import contextlib
import gzip
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from newsqa import read
from newsqa.read.addresses import is_public
from newsqa.read.fetch import FetchError, fetch, resolve

NOT_PUBLIC = [
    "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.127.255.254", "127.0.0.1",
    "127.255.255.254", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.0.170", "192.0.2.1",
    "192.31.196.1", "192.52.193.1", "192.88.99.1", "192.168.0.1", "192.168.255.255", "192.175.48.1", "198.18.0.1",
    "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1",
    "255.255.255.255", "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:8.8.8.8",
    "64:ff9b::7f00:1", "64:ff9b:1::1", "100::1", "2001::1", "2001:2::1", "2001:10::1", "2001:db8::1",
    "2002:7f00:1::", "2002:a00:1::", "fc00::1", "fd12:3456::1", "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1",
    "3fff::1", "5f00::1", "4000::1",
]  # fmt: skip
PUBLIC = ["8.8.8.8", "1.1.1.1", "93.184.216.34", "100.63.255.255", "172.32.0.1", "2606:2800:220:1::1", "2a00:1450::1"]

NEVER_FETCHED = [
    "http://127.0.0.1/", "http://localhost/", "http://127.1/", "http://2130706433/", "http://0x7f000001/",
    "http://0x7f.0.0.1/", "http://0177.0.0.1/", "http://0/", "http://[::1]/", "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/", "http://[::]/", "http://169.254.169.254/latest/meta-data/", "http://10.0.0.1:8080/",
    "http://192.168.1.1/", "http://user:secret@example.org/", "http://example.org@127.0.0.1/", "file:///etc/passwd",
    "ftp://example.org/", "gopher://127.0.0.1:70/", "data:text/html,hi", "javascript:alert(1)", "http:///path",
    "http://", "//example.org/", "http://exa mple.org/", "http://127.0.0.1:0/", "http://[fe80::1%25lo]/", "http://127。0。0。1/",
    "http://example.org:99999/", "http://\u200bexample.org\n/", "unix:/var/run/docker.sock",
]  # fmt: skip


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_an_address_off_the_public_internet_is_known(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_address_is_known(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("url", NEVER_FETCHED)
def test_a_link_off_the_public_internet_is_never_dialled(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def dialled(*_: object, **__: object) -> None:
        pytest.fail(f"{url} was dialled")

    monkeypatch.setattr(socket, "create_connection", dialled)
    with pytest.raises(FetchError):
        fetch(url)


class _Site(BaseHTTPRequestHandler):
    """A small web site; its `asked` tells which paths were reached."""

    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path + self.headers.get("Cookie", ""))
        path, _, target = self.path.partition("?to=")
        answer = {
            "/page": lambda: self._say(200, PAGE, {"ETag": '"1"'}),
            "/gzip": lambda: self._say(200, gzip.compress(PAGE), {"Content-Encoding": "gzip"}),
            "/bomb": lambda: self._say(200, gzip.compress(bytes(200_000_000), 1), {"Content-Encoding": "gzip"}),
            "/large": lambda: self._say(200, b"0" * 6_000_000),
            "/brotli": lambda: self._say(200, PAGE, {"Content-Encoding": "br"}),
            "/moved": lambda: self._say(302, b"", {"Location": target}),
            "/loop": lambda: self._say(302, b"", {"Location": "/loop"}),
            "/gone": lambda: self._say(404, b""),
            "/cookie": lambda: self._say(302, b"", {"Set-Cookie": "who=me; Path=/", "Location": "/page"}),
            "/dated": lambda: self._say(200, PAGE, {"Last-Modified": SINCE}),
            "/slow-head": lambda: self._trickle(b"HTTP/1.1 200 OK\r\nX-Long: "),
            "/slow-body": lambda: self._trickle(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"),
        }[path]
        answer()

    def _trickle(self, head: bytes) -> None:
        """Send a letter ten times a second, for longer than anybody waits."""
        with contextlib.suppress(OSError):
            self.wfile.write(head)
            for _ in range(30):
                self.wfile.write(b"a")
                time.sleep(0.1)

    def _say(self, status: int, body: bytes, headers: dict[str, str] | None = None) -> None:
        known = self.headers.get("If-None-Match") == '"1"' or self.headers.get("If-Modified-Since") == SINCE
        self.send_response(304 if known else status)
        for name, value in {"Content-Type": "text/html", **(headers or {})}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", "0" if known else str(len(body)))
        self.end_headers()
        if not known:
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


SINCE = "Wed, 27 Mar 2024 03:00:00 GMT"
PAGE = (
    b"<html><body><article><p>"
    + b"Pasar Sukamulya dibuka kembali oleh Bupati Rini. " * 10
    + b"</p></article></body></html>"
)


@pytest.fixture
def site() -> Iterator[tuple[str, list[str]]]:
    asked: list[str] = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Site", (_Site,), {"asked": asked}))
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    server.server_close()


def here(_: str) -> bool:
    """Allow this machine, as only a test may."""
    return True


def test_a_page_is_fetched_and_read(site: tuple[str, list[str]]) -> None:
    (row,) = read.link(f"{site[0]}/page", allowed=here)
    assert row["text"].startswith("Pasar Sukamulya")
    assert row["url"] == f"{site[0]}/page"


def test_a_packed_page_is_unpacked(site: tuple[str, list[str]]) -> None:
    assert fetch(f"{site[0]}/gzip", allowed=here).data == PAGE


def test_an_unchanged_page_is_not_sent_again(site: tuple[str, list[str]]) -> None:
    tagged, dated = fetch(f"{site[0]}/page", allowed=here), fetch(f"{site[0]}/dated", allowed=here)
    assert fetch(f"{site[0]}/page", etag=tagged.etag, allowed=here).unchanged
    assert fetch(f"{site[0]}/dated", modified=dated.modified, allowed=here).unchanged


def test_no_cookie_is_sent_back(site: tuple[str, list[str]]) -> None:
    assert fetch(f"{site[0]}/cookie", allowed=here).data == PAGE
    assert site[1] == ["/cookie", "/page"]


@pytest.mark.parametrize("path", ["/slow-head", "/slow-body"])
def test_a_site_that_sends_a_letter_now_and_then_is_not_heard_out(
    site: tuple[str, list[str]], path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsqa.read.fetch.SECONDS", 0.5)
    began = time.monotonic()
    with pytest.raises(FetchError, match=r"longer than|timed out"):
        fetch(site[0] + path, allowed=here)
    assert time.monotonic() - began < 2


REFUSED = {"/bomb": "larger than", "/large": "larger than", "/brotli": "packed", "/loop": "redirects", "/gone": "404"}


@pytest.mark.parametrize(("path", "reason"), REFUSED.items(), ids=REFUSED)
def test_what_costs_too_much_is_refused(site: tuple[str, list[str]], path: str, reason: str) -> None:
    with pytest.raises(FetchError, match=reason):
        fetch(site[0] + path, allowed=here)


@pytest.mark.parametrize(
    "target", ["http://127.0.0.1:1/", "http://localhost:1/x", "file:///etc/passwd", "http://[::1]:1/", "http://[:"]
)
def test_a_redirect_off_the_public_internet_is_not_followed(site: tuple[str, list[str]], target: str) -> None:
    first: list[str] = []

    def only_the_first(address: str) -> bool:
        first.append(address)
        return len(first) == 1

    with pytest.raises(FetchError, match=r"public|http|no link"):
        fetch(f"{site[0]}/moved?to={target}", allowed=only_the_first)
    assert len(site[1]) == 1


def test_a_name_that_turns_to_another_address_is_dialled_where_it_was_checked(
    site: tuple[str, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    port = int(site[0].rsplit(":", 1)[1])
    answers = iter(["127.0.0.1", "127.0.0.2"])
    lookups: list[str] = []

    def resolver(host: str, *_: object, **__: object) -> list[tuple[int, int, int, str, tuple[str, int]]]:
        lookups.append(host)
        address = next(answers) if host == "rebinding.example" else host
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    monkeypatch.setattr(socket, "getaddrinfo", resolver)
    page = fetch(f"http://rebinding.example:{port}/page", allowed=lambda address: address == "127.0.0.1")
    assert page.data == PAGE
    assert lookups.count("rebinding.example") == 1


def test_one_private_address_among_public_ones_refuses_the_host(monkeypatch: pytest.MonkeyPatch) -> None:
    def resolver(*_: object, **__: object) -> list[tuple[int, int, int, str, tuple[str, int]]]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80)) for address in ("93.184.216.34", "10.0.0.1")]

    monkeypatch.setattr(socket, "getaddrinfo", resolver)
    with pytest.raises(FetchError, match="not on the public internet"):
        resolve("both.example", 80)
