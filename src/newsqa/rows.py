"""Values as the plain rows that the command line prints and exports."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
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


def shown(value: Answer) -> Row:
    """Return one answer as a flat row, for a table of what was shown."""
    article, row = value.evidence.article, answer(value)
    about = article.model_dump(mode="json", include={"title", "outlet", "published", "url"})
    kept = {name: row[name] for name in ("text", "kind", "status", "speaker", "day")}
    return kept | {"sentence": row["evidence"], "article": article.id, **about}


def table(rows: Iterable[Row], form: str) -> str:
    """Return rows as `csv` or `jsonl`; a list in a cell of CSV is parted by semicolons."""
    listed = list(rows)
    if form == "jsonl":
        return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in listed)
    out = io.StringIO()
    writer = csv.DictWriter(out, list(listed[0]) if listed else [], lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: cell(value) for key, value in row.items()} for row in listed)
    return out.getvalue()


def cell(value: object) -> object:
    """Return a value as one cell of a table."""
    return "; ".join(map(str, value)) if isinstance(value, list) else value


def quote(stored: Stored, value: Quote) -> Row:
    """Return one quotation of an article; where nobody can tell whom a pronoun means, it is the speaker."""
    text = stored.article.text
    return {
        "article": stored.article.id,
        "text": value.words.of(text),
        "start": value.words.start,
        "end": value.words.end,
        "speaker": value.speaker or _words(value.mention, text),
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
