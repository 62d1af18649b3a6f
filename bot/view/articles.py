"""Articles: the summary after one was added, what stands in it, its quotations and facts."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence

from bot.letters import MOST_DATA, Button, Keyboard
from bot.messages import day, listed, say
from bot.view.markup import MOST, escape, quoted, shortened, source, status, title
from newsqa.model import Article, Quote
from newsqa.newsroom import Stored, told_day

_PEOPLE = 5
_CHANGES, _LINE = 3, 240  # sentences that came and that went after an edit, characters of each
_IN_SHORT = (2, 120)  # of them beside the article itself


def summary(value: Stored, language: str) -> str:
    """Return in a few lines what an article holds."""
    return say(language, "added", **_about(value, language))


def known(value: Stored, language: str, where: str | None, *, differs: bool = False) -> str:
    """Return that the archive has an article already, in which message, and whether it came in other words now."""
    lines = [say(language, "added-known", **_about(value, language))]
    lines += [f'<a href="{escape(where)}">{say(language, "first-message")}</a>'] if where else []
    lines += [say(language, "known-differs")] if differs else []
    return "\n".join(lines)


def changed(before: Stored, after: Stored, language: str) -> str:
    """Return what an edit changed: sentences, quotations, facts."""
    said = say(language, "changed", title=title(after.article), **_counted(before, after))
    lines = _marked(*_differing(before, after), _CHANGES, _LINE)
    return f"{said}\n{lines}" if lines else said


def edited(before: Stored, after: Stored, at: str, language: str) -> str:
    """Return when an article was edited last, and in short what that changed; nothing where it changed no sentence."""
    lines = _marked(*_differing(before, after), *_IN_SHORT)
    return f"{say(language, 'edited', at=at, **_counted(before, after))}\n{lines}" if lines else ""


def _differing(before: Stored, after: Stored) -> tuple[list[str], list[str]]:
    """Return the sentences that came, and those that went."""
    old, new = _sentences(before), _sentences(after)
    return [s for s in new if s not in old], [s for s in old if s not in new]


def _counted(before: Stored, after: Stored) -> dict[str, int | str]:
    more, fewer = _differing(before, after)
    had, has = len(quotations(before)), len(quotations(after))
    return {"more": len(more), "fewer": len(fewer), "quotes": has, "before": "same" if had == has else had}


def quotes(value: Stored, _: str) -> list[str]:
    """Return the quotations of an article, speaker first."""
    return [_quote(quote, value.article) for quote in quotations(value)]


def facts(value: Stored, language: str) -> list[str]:
    """Return the facts of an article, each as it stands."""
    text = value.article.text
    spans = dict.fromkeys((fact.span, fact.status) for fact in value.extraction.facts)
    told = ([f"• {escape(shortened(span.of(text), MOST))}", *status(kind, language)] for span, kind in spans)
    return [" · ".join(parts) for parts in told]


def buttons(value: Stored, language: str, *, editor: bool) -> Keyboard:
    """Return the buttons under the summary of an article."""
    names = ("quotes", "facts", "fix", "delete") if editor else ("quotes", "facts")
    data = {"fix": "f:open:"}
    row = tuple(
        Button(label=say(language, f"button-{n}"), data=f"{data.get(n, f'a:{n}')}:{value.article.id}") for n in names
    )
    return (row,) if _fits(row) else ()


def sure(value: Stored, language: str) -> Keyboard:
    """Return the buttons that ask whether an article should really go."""
    row = tuple(
        Button(label=say(language, f"button-{n}"), data=f"a:{n}:{value.article.id}") for n in ("really", "keep")
    )
    return (row,) if _fits(row) else ()


def quotations(value: Stored) -> list[Quote]:
    """Return the quotations to show: not the indirect ones whose parts are quoted themselves."""
    spoken = [quote.words for quote in value.extraction.quotes if quote.kind != "indirect"]
    return [
        quote
        for quote in value.extraction.quotes
        if quote.kind != "indirect" or not any(quote.words.holds(words) for words in spoken)
    ]


def _about(value: Stored, language: str) -> dict[str, object]:
    people = [escape(entity.name) for entity in value.extraction.entities if entity.kind == "person"][:_PEOPLE]
    return {
        "title": title(value.article),
        "source": sourced(value.article, language),
        "quotes": len(quotations(value)),
        "facts": len(value.extraction.facts),
        "people": listed(people, language) or "none",
    }


def sourced(article: Article, language: str) -> str:
    """Return where an article is from, and the id under which commands know it.

    Without an outlet it is from its author; without a day it has the one that it gives itself, if it gives one.
    """
    author = say(language, "by-author", name=escape(article.author)) if article.author and not article.outlet else ""
    told = told_day(article) if article.day is None else None
    by_text = say(language, "day-by-text", day=day(told, language)) if told else ""
    parts = [author, source(article, language), by_text, f"<code>{escape(article.id)}</code>"]
    return " · ".join(filter(None, parts))


def _sentences(value: Stored) -> dict[str, None]:
    return dict.fromkeys(sentence.span.of(value.article.text) for sentence in value.extraction.sentences)


def _marked(more: Sequence[str], fewer: Sequence[str], most: int, length: int) -> str:
    """Return the first sentences that went and that came, so long at most, each with the mark of what it did."""
    marked = [("−", sentence) for sentence in fewer[:most]] + [("+", sentence) for sentence in more[:most]]
    lines = [f"{mark} {escape(textwrap.shorten(s, length, placeholder=' …'))}" for mark, s in marked]
    return quoted("\n".join(lines)) if lines else ""


def _quote(value: Quote, source: Article) -> str:
    speaker = f"<b>{escape(value.speaker)}</b>: " if value.speaker else ""
    words = escape(shortened(value.words.of(source.text), MOST))
    return speaker + (f"“{words}”" if value.kind != "indirect" else words)


def _fits(row: Iterable[Button]) -> bool:
    return all(len(button.data.encode()) <= MOST_DATA for button in row)
