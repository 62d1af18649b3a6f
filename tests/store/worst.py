"""The worst that may happen to an archive, made to happen."""

import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newsqa.model import Article
from newsqa.newsroom import Newsroom

TEXT = 'Bupati {name} meninjau pasar pada Selasa (26/3). "Pasar harus bersih," kata {name}.\n' * 5

INGEST = f"""
import sys
from pathlib import Path
from newsqa.model import Article
from newsqa.newsroom import Newsroom
newsroom, first = Newsroom.open(Path(sys.argv[1])), int(sys.argv[2])
for number in range(first, first + 10_000):
    newsroom.add(Article(id=str(number), text={TEXT!r}.format(name=f"Rini {{number}}")))
    print(number, flush=True)
"""


def archive(folder: Path, articles: int = 3) -> Newsroom:
    newsroom = Newsroom.open(folder / "archive.db")
    for number in range(articles):
        newsroom.add(Article(id=str(number), text=TEXT.format(name=f"Rini {number}")))
    return newsroom


@contextmanager
def no_more_disk() -> Iterator[None]:
    """Let no file grow: what is written fails as it does on a full disk."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def damage(path: Path, first: int) -> None:
    """Overwrite the head of every page from `first` on."""
    data = bytearray(path.read_bytes())
    for page in range(first, len(data) // 4096 - 1):
        data[page * 4096 : page * 4096 + 64] = b"\xff" * 64
    path.write_bytes(bytes(data))
