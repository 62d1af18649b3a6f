"""An article on several pages is one article, and what is no page of it is left alone."""

from collections.abc import Iterator

import pytest
from here import readers_here  # noqa: F401  used by every test
from website import Site, page

from newsqa import read
from newsqa.errors import UnreadableArticleError
from newsqa.read import paging

STORY = "https://kabar.example/read/2026/10/14/1015/bupati-tinjau-bendungan"
PAGES = {
    "?page=2": 2,
    f"{STORY}?page=3": 3,
    f"{STORY}/4": 4,
    f"{STORY}/page/5/": 5,
    "?halaman=6&utm_source=x": 6,
    "?page=all#top": paging.WHOLE,
    "?single=1": paging.WHOLE,
}
NO_PAGES = [
    "?page=1",
    "?page=11",
    "?page=dua",
    "?id=7&page=2",
    f"{STORY}-lagi?page=2",
    "/read/2",
    "https://lain.example/read/2026/10/14/1015/bupati-tinjau-bendungan?page=2",
    "//[page=2",
    "javascript:page(2)",
    "",
]


@pytest.mark.parametrize(("link", "number"), PAGES.items())
def test_a_further_page_is_known_by_its_address(link: str, number: int) -> None:
    assert list(paging.further(STORY, [link])) == [number]


@pytest.mark.parametrize("link", NO_PAGES)
def test_another_article_is_no_further_page(link: str) -> None:
    assert paging.further(STORY, [link]) == {}


def test_neighbours_with_small_numbers_are_articles_of_their_own() -> None:
    assert paging.further("https://kabar.example/berita/1", ["/berita/2", "/berita/3"]) == {}


def test_the_lead_that_each_page_repeats_is_told_once() -> None:
    pages = ["Judul\nAwal.\nSatu.", "Judul\nAwal.\nDua.\nSatu.", "Judul\nAwal.\n\nTiga."]
    assert paging.joined(pages) == "Judul\nAwal.\nSatu.\nDua.\nSatu.\nTiga."


# ---- fetched

TITLE = "Bupati tinjau bendungan"
PARTS = [
    f"Bagian {n} menceritakan bendungan itu dengan panjang lebar, dari pintu air sampai ke kolam {n}, kata Rini."
    for n in ("satu", "dua", "tiga")
]
LEAD = "Bupati Rini Astuti meninjau bendungan itu pada Selasa bersama warga dan kepala dinas pengairan dari desa itu."
WHOLE = "\n".join([LEAD, *PARTS])
PATH = "/read/bupati-tinjau-bendungan"


def here(address: str) -> bool:
    """Allow this machine, as only a test may."""
    return address == "127.0.0.1"


def told(part: str, *links: str) -> str:
    """Return one page of the article, with its links to others."""
    menu = "".join(f'<a href="{link}">{link[-1]}</a> ' for link in links)
    body = page(f"{TITLE}\n{LEAD}\n{part}\nSebagai tambahan, {part}")
    return body.replace("</article>", f"</article><div>Halaman {menu}</div>").replace("\nSebagai", "")


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as started:
        started.pages[PATH] = told(PARTS[0], "?page=2", "?page=3")
        started.pages[f"{PATH}?page=2"] = told(PARTS[1], PATH, "?page=3")
        started.pages[f"{PATH}?page=3"] = told(PARTS[2], PATH, "?page=2")
        yield started


def linked(site: Site, path: str = PATH) -> str:
    (row,) = read.link(site.address(path), allowed=here)
    assert set(row) <= {"title", "text", "outlet", "url", "published"}
    assert row["title"] == TITLE
    return row["text"]


@pytest.mark.parametrize("start", ["", "?page=2"])
def test_numbered_pages_are_followed_from_the_first(site: Site, start: str) -> None:
    text = linked(site, PATH + start)
    places = [text.index(part) for part in (LEAD, *PARTS)]
    assert places == sorted(places)
    assert text.count(LEAD) == 1


def test_pages_that_name_only_the_next_are_followed(site: Site) -> None:
    for number, path in enumerate((PATH, f"{PATH}?page=2"), 2):
        site.pages[path] = (
            site.pages[path]
            .partition("<div>Halaman")[0]
            .replace("<head>", f'<head><link rel="next" href="{PATH}?page={number}">')
        )
    assert PARTS[2] in linked(site)


def test_the_page_that_holds_all_is_taken_instead(site: Site) -> None:
    site.pages[PATH] = told(PARTS[0], "?page=all", "?page=2")
    site.pages[f"{PATH}?page=all"] = page(f"{TITLE}\n{WHOLE}")
    assert linked(site) == WHOLE
    assert site.asked == [PATH, f"{PATH}?page=all"]


def test_where_the_page_that_holds_all_is_gone_the_others_are_followed(site: Site) -> None:
    site.pages[PATH] = told(PARTS[0], "?page=all", "?page=2")
    assert PARTS[2] in linked(site)


def test_half_an_article_is_refused(site: Site) -> None:
    del site.pages[f"{PATH}?page=3"]
    with pytest.raises(UnreadableArticleError, match=r"page=3, cannot be read: .* 404"):
        linked(site)
