"""What stands on a page beside the article: taken out before the article is looked for."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from lxml import html

from newsqa.languages import CODES

_NAMED = ("class", "id", "role", "data-component", "data-testid")  # attributes in which sites name their parts
_BLOCKS = ("p", "div", "li", "ul", "ol", "table", "td", "h2", "h3", "h4", "h5", "h6", "section", "aside", "article")
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_INLINE = ("strong", "b", "span", "em")
_SHARE = 0.4  # of all that a page says, above which no part is furniture, however it is named
_LINKS = 0.6  # of what a block says that stands in links, from which it is a list of links
_LONG = 300  # letters of a block in which links are taken for a writer's own
_WORD = re.compile(r"[a-z]+")
_WHOLE = frozenset({"html", "body", "main", "article"})
_TOPICS = ("category-", "tag-")  # begin names that tell what an article is about
_PARAGRAPH, _SOME = 120, 3  # letters of a whole paragraph, and how many of them make an article
_STAMP = re.compile(
    r"(?:\w{3,9}, ?)?\d{1,2}[ /.-]\w{1,9}[ /.,-]{1,2}(?:19|20)\d\d[^.!?]{0,12}(?:\d\d[.:]\d\d)?[\w ]{0,8}"
)
_DASHES = frozenset({"-", "--", "–", "—"})


def clear(tree: html.HtmlElement) -> None:
    """Take the furniture out of a page."""
    for tag in ("figure", "nav", "aside", "footer", "form", "script", "style", "noscript"):
        _drop(tree, list(tree.iter(tag)), 1.0)
    _drop(tree, [e for e in tree.iter() if isinstance(e.tag, str) and _is_named(e)], _SHARE)
    _drop(tree, [*_headed(tree)], _SHARE)
    _drop(tree, [e for e in tree.iter(*_BLOCKS) if _is_links(e)], _SHARE)
    _drop(tree, [e for e in tree.iter("p", "div", "span", "li") if _is_stamp(e)], _SHARE)
    for paragraph in list(tree.iter("p")):
        _take_in_dateline(paragraph)


def _drop(tree: html.HtmlElement, elements: list[html.HtmlElement], most: float) -> None:
    """Take elements out that hold no more than a share of what the page says."""
    whole = len(_said(tree)) * most
    for element in elements:
        if element.getparent() is not None and len(_said(element)) <= whole:
            element.drop_tree()


def _said(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def _is_named(element: html.HtmlElement) -> bool:
    """Tell whether an element's own names say that it is furniture."""
    if element.tag in _WHOLE or _is_prose(element):
        return False
    names = " ".join(element.get(name, "") for name in _NAMED).lower().split()
    own = " ".join(name for name in names if not name.startswith(_TOPICS))
    return not _furniture().isdisjoint(_WORD.findall(own))


def _is_prose(element: html.HtmlElement) -> bool:
    """Tell whether an element holds paragraphs enough to be an article, however it is named."""
    return sum(len(_said(paragraph)) >= _PARAGRAPH for paragraph in element.iter("p")) >= _SOME


def _headed(tree: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """Yield what stands under a heading such as that of related stories: all beside it, if that is not the article."""
    lines, starts = _boilerplate()
    for heading in tree.iter(*_HEADINGS):
        said = _said(heading).casefold()
        if said.strip(" :") in lines or said.startswith(starts):
            around = heading.getparent()
            yield heading if around is None or around.tag in _WHOLE or _is_prose(around) else around


def _is_links(element: html.HtmlElement) -> bool:
    """Tell whether a block says nothing but links, and what leads to them."""
    said = len(_said(element))
    if not 0 < said < _LONG:
        return False
    linked = sum(len(_said(link)) for link in element.iter("a"))
    return linked >= said * (_LINKS if _is_lead_in(element) else 1)


def _is_lead_in(element: html.HtmlElement) -> bool:
    said, (lines, starts) = _said(element).casefold(), _boilerplate()
    return said.startswith(starts) or said.partition(":")[0].strip() in lines


def _is_stamp(element: html.HtmlElement) -> bool:
    """Tell whether a block only says when the page was made."""
    return len(element) == 0 and _STAMP.fullmatch(" ".join((element.text or "").split())) is not None


def _take_in_dateline(paragraph: html.HtmlElement) -> None:
    """Put a dateline that stands before its paragraph into it, as in <b>Jakarta</b> - <p>The minister."""
    before = paragraph.getprevious()
    if before is None or before.tag not in _INLINE or (before.tail or "").strip() not in _DASHES:
        return
    dateline = f"{_said(before)} {(before.tail or '').strip()} "
    before.tail = None
    before.drop_tree()
    paragraph.text = dateline + (paragraph.text or "").lstrip()


def _data() -> Traversable:
    return files("newsqa.languages")


@cache
def _furniture() -> frozenset[str]:
    return frozenset(tomllib.loads((_data() / "shared" / "pages.toml").read_text(encoding="utf-8"))["furniture"])


@cache
def _boilerplate() -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the lines that sites put between paragraphs, and what such lines begin with, in every language."""
    told = [tomllib.loads((_data() / code / "boilerplate.toml").read_text(encoding="utf-8")) for code in CODES]
    return frozenset(line for one in told for line in one["lines"]), tuple(s for one in told for s in one["starts"])
