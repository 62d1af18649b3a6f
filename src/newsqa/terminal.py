"""Replies and articles as a person reads them in a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import click

from newsqa.explanation import Explanation, Weighed
from newsqa.model import Answer, Article, Evidence, Extraction, Reply
from newsqa.newsroom import Added
from newsqa.store.protocol import Stored

_WIDTH = 96
_BAR = "  │ "  # before each line of evidence
_PLAIN = frozenset({"happened", "said"})  # statuses that need no warning


def reply(value: Reply) -> str:
    """Return a reply: its answers, or that there is none and what comes closest."""
    if value.found:
        return answers(value.answers)
    return "Not on record." + (f" The closest that is:\n\n{answers(value.closest)}" if value.closest else "")


def answers(values: Iterable[Answer]) -> str:
    """Return answers, those that follow each other in one sentence together."""
    return "\n\n".join(_together(list(group)) for _, group in groupby(values, key=lambda value: value.evidence))


def _together(values: Sequence[Answer]) -> str:
    """Return answers of one sentence: their words and how sure they are, the sentence that marks them, its source."""
    evidence = values[0].evidence
    heads = filter(None, map(_head, values))
    marked = click.wrap_text(_marked(evidence, values), _WIDTH, initial_indent=_BAR, subsequent_indent=_BAR)
    return "\n".join([*heads, marked, click.style("  " + source(evidence.article), dim=True)])


def explanation(value: Explanation) -> str:
    """Return an explanation: how the question was read, where was looked, and what each candidate is made of."""
    return "\n".join((*_reading(value), *(line for weighed in value.candidates for line in _weighed(weighed))))


def _reading(value: Explanation) -> Iterator[str]:
    read = value.question
    slots = {
        "speaker": read.speaker,
        "addressee": read.addressee,
        "topic": read.topic,
        "counts": read.focus,
        "source": read.source,
    }
    yield click.style(f"wanted: {read.wanted} ({read.language}); read by: {read.form or 'no form'}", bold=True)
    yield "may want: " + ", ".join(f"{kind} {share:.0%}" for kind, share in sorted(read.likely, key=lambda p: -p[1]))
    yield from (f"{name}: {' '.join(g[0] for g in groups)}" for name, groups in slots.items() if groups)
    yield "words: " + " ".join(group[0] for group in read.terms)
    yield f"path: {value.path}; articles: " + ", ".join(f"{name} ({share:g})" for name, share in value.articles)


def _weighed(value: Weighed) -> Iterator[str]:
    mark, one = "+" if value.answers else "-", value.answer
    yield f"{mark} {one.score:g}  {one.text}  [{one.status}, {one.evidence.article.id}]"
    yield "    " + ", ".join(f"{name} {part:g}" for name, part in value.parts.items())


def source(article: Article) -> str:
    """Return outlet, date and link, whichever there are, else the article's id."""
    parts = (article.outlet, article.day.isoformat() if article.day else None, article.url)
    return " · ".join(part for part in parts if part) or article.id


def added(value: Added) -> str:
    """Return in one line what an article holds."""
    if value.known:
        return f"{value.article.id}  already in the archive"
    return f"{value.article.id}  {heading(value.article)}\n  {_counts(value.extraction)}"


def stored(value: Stored) -> str:
    """Return an article with its quotes, facts and entities."""
    return "\n".join(_stored_lines(value))


def heading(article: Article) -> str:
    """Return the title, or the first words of an article without one."""
    return article.title or textwrap.shorten(article.text, 80, placeholder=" …")


def _stored_lines(value: Stored) -> Iterator[str]:
    article, found, text = value.article, value.extraction, value.article.text
    yield click.style(heading(article), bold=True)
    yield click.style(f"{source(article)} · {_counts(found)}", dim=True)
    yield f"\n{text}\n"
    for quote in found.said:
        yield f"[{quote.kind}] {quote.speaker or '?'}: {quote.words.of(text)}"
    for fact in found.facts:
        yield f"[{fact.status}] {fact.span.of(text)}"
    for entity in found.entities:
        yield f"[{entity.kind}] " + ", ".join(filter(None, (entity.name, entity.role, *entity.aliases)))


def _counts(found: Extraction) -> str:
    people = [entity.name for entity in found.entities if entity.kind == "person"]
    counts = f"{found.language} · {len(found.said)} quotes · {len(found.facts)} facts"
    return counts + (f" · {', '.join(people)}" if people else "")


def _head(value: Answer) -> str:
    """Return an answer's words and what is to be known of them; a sentence says its words itself."""
    words = [] if value.text == value.evidence.words else [click.style(value.text, bold=True)]
    return " ".join([*words, *_asides(value)])


def _asides(value: Answer) -> Iterator[str]:
    if value.day and value.day.isoformat() not in value.text:
        yield f"({value.day.isoformat()})"
    if value.speaker:
        yield f"— {value.speaker}"
    if value.status not in _PLAIN:
        yield click.style(f"[{value.status}]", fg="yellow")


def _marked(evidence: Evidence, values: Iterable[Answer]) -> str:
    """Return the evidence on one line, with the answers that stand in it underlined."""
    pieces, at, text = [], evidence.span.start, evidence.article.text
    for span in sorted({v.span for v in values if v.span and evidence.span.holds(v.span)}, key=lambda s: s.start):
        if at <= span.start:
            pieces += [text[at : span.start], click.style(span.of(text), underline=True)]
            at = span.end
    return "".join([*pieces, text[at : evidence.span.end]]).replace("\n", " ")
