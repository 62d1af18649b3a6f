"""Values as the plain rows that the command line prints and exports."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from newsqa.model import Answer, Argument, Entity, Fact, Quote, Reply, Span
from newsqa.store.protocol import Stored

Row = dict[str, Any]


def reply(value: Reply) -> Row:
    """Return a reply as one JSON object."""
    return {
        "question": value.question,
        "language": value.language,
        "found": value.found,
        "answers": [answer(a) for a in value.answers],
        "closest": [answer(a) for a in value.closest],
        "took_ms": value.took_ms,
    }


def answer(value: Answer) -> Row:
    """Return one answer; `article.text[start:end] == evidence`."""
    article, span = value.evidence.article, value.evidence.span
    return {
        "text": value.text,
        "kind": value.kind,
        "status": value.status,
        "speaker": value.speaker,
        "day": value.day.isoformat() if value.day else None,
        "evidence": value.evidence.words,
        "start": span.start,
        "end": span.end,
        "article": article.model_dump(mode="json", include={"id", "title", "outlet", "published", "url"}),
        "score": round(value.score, 4),
    }


def quote(stored: Stored, value: Quote) -> Row:
    """Return one quotation of an article."""
    text = stored.article.text
    return {
        "article": stored.article.id,
        "text": value.words.of(text),
        "start": value.words.start,
        "end": value.words.end,
        "speaker": value.speaker,
        "mention": _words(value.mention, text),
        "cue": _words(value.cue, text),
        "kind": value.kind,
        "via": list(value.via),
        "sentence": value.sentence.of(text),
    }


def fact(stored: Stored, value: Fact) -> Row:
    """Return one fact of an article."""
    text = stored.article.text
    return {
        "article": stored.article.id,
        "subject": _argument(value.subject, text),
        "predicate": value.predicate,
        "verb": value.verb.of(text),
        "object": _argument(value.object, text),
        "others": [_argument(other, text) for other in value.others],
        "number": _words(value.number, text),
        "time": _words(value.time, text),
        "place": _words(value.place, text),
        "status": value.status,
        "source": value.source,
        "rule": value.rule,
        "text": value.span.of(text),
        "start": value.span.start,
        "end": value.span.end,
    }


def entity(value: Entity) -> Row:
    """Return one entity of an article."""
    return value.model_dump(mode="json", include={"name", "kind", "role", "aliases"})


def article(stored: Stored) -> Row:
    """Return an article as it was given, without what was found in it."""
    return stored.article.model_dump(mode="json")


def whole(stored: Stored) -> Row:
    """Return an article with everything that was found in it."""
    found = stored.extraction
    return {
        "article": article(stored) | {"language": found.language},
        "quotes": [quote(stored, q) for q in found.quotes],
        "facts": [fact(stored, f) for f in found.facts],
        "entities": [entity(e) for e in found.entities],
    }


EXPORTS: dict[str, Callable[[Stored], Iterator[Row]]] = {
    "quotes": lambda stored: (quote(stored, q) for q in stored.extraction.quotes),
    "facts": lambda stored: (fact(stored, f) for f in stored.extraction.facts),
    "articles": lambda stored: iter([article(stored)]),
}


def _words(span: Span | None, text: str) -> str | None:
    return span.of(text) if span else None


def _argument(value: Argument | None, text: str) -> str | None:
    return (value.entity or value.span.of(text)) if value else None
