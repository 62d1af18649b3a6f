"""A web site on 127.0.0.1, and the bot that may fetch from it."""

from __future__ import annotations

import threading
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self

LOCAL = ("-m", "local_bot")  # command of a bot that reaches 127.0.0.1


def page(text: str, outlet: str = "Warta Priangan", date: str | None = "2026-03-26") -> str:
    """Return an article as a page, its first line the headline."""
    title, _, body = text.partition("\n")
    paragraphs = "".join(f"<p>{line}</p>" for line in body.split("\n") if line.strip())
    head = (
        f'<title>{title}</title><meta property="og:site_name" content="{outlet}">'
        f'<meta property="og:title" content="{title}">'
    )
    head += f'<meta property="article:published_time" content="{date}">' if date else ""
    return f"<html><head>{head}</head><body><article><h1>{title}</h1>{paragraphs}</article></body></html>"


class Site:
    """Pages by path; `asked` tells which were fetched."""

    def __init__(self) -> None:
        self.pages: dict[str, str] = {}
        self.etags: dict[str, str] = {}  # of the pages that have one: they are sent only to who has another
        self.asked: list[str] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append(self.path)
                page = site.pages.get(self.path)
                etag = site.etags.get(self.path)
                known = etag is not None and self.headers.get("If-None-Match") == etag
                self.send_response(404 if page is None else 304 if known else 200)
                if etag:
                    self.send_header("ETag", etag)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.end_headers()
                self.wfile.write(b"" if known else (page or "").encode())

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    def publishes(self, path: str, text: str, **about: str | None) -> str:
        """Publish an article; return the address."""
        self.pages[path] = page(text, **about)
        return self.address(path)

    def announces(self, path: str, *entries: tuple[str, str, str], title: str = "Warta Priangan") -> str:
        """Publish an RSS feed of entries, (path, title, date) each; return its address."""
        items = "".join(
            f"<item><title>{name}</title><link>{self.address(page)}</link><pubDate>{date}</pubDate></item>"
            for page, name, date in entries
        )
        self.pages[path] = f'<rss version="2.0"><channel><title>{escape(title)}</title>{items}</channel></rss>'
        self.etags[path] = f'"{len(self.pages[path])}"'
        return self.address(path)

    def address(self, path: str) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}{path}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
