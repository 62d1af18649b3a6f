"""A correction as it is made: whether there is anything to correct, and what stands there before it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, NamedTuple

from pydantic import ValidationError

from newsqa.errors import UncorrectableError
from newsqa.extract.corrections import FIELDS, changed, named
from newsqa.model import Article, Correction, CorrectionKind, Extraction, Span


class Fix(NamedTuple):
    """What is to be set right: a field becomes `after`; words at `span` are said by `after`, or are no quote, no fact.

    Of a `merge` it is `name` that is another form of `after`.
    """

    kind: CorrectionKind
    after: str | None = None
    span: Span | None = None
    name: str | None = None


def logged(scope: str, article: Article, found: Extraction, fix: Fix) -> Correction:
    """Return a fix with what stands there before it, and names as the article has them.

    Raises UncorrectableError where there is nothing to correct.
    """
    correction = Correction(
        scope=scope,
        article=article.id,
        kind=fix.kind,
        by=0,
        at=dt.datetime.now(dt.UTC),
        words=fix.span.of(article.text) if fix.span else None,
        start=fix.span.start if fix.span else None,
        before=fix.name,
        after=fix.after,
    )
    correction = correction.model_copy(update=_PREPARED[fix.kind](correction, article, found))
    if correction.before == correction.after:
        raise UncorrectableError("that is what it says already")
    return correction


def _field(correction: Correction, article: Article, _: Extraction) -> dict[str, Any]:
    if correction.after is not None and not correction.after.strip():
        raise UncorrectableError("there are no words in it")
    try:
        changed(article, {correction.kind: correction.after})
    except ValidationError as error:
        raise UncorrectableError(f"{correction.after} is not a date") from error
    return {"before": article.model_dump(mode="json")[correction.kind]}


def _quoted(correction: Correction, _: Article, found: Extraction) -> dict[str, Any]:
    quote = next((q for q in found.quotes if _starts(q.words, correction)), None)
    if quote is None:
        raise UncorrectableError("there is no such quotation")
    if correction.kind == "quote":
        return {"before": correction.words}
    name = " ".join((correction.after or "").split())
    if not any(c.isalpha() for c in name):
        raise UncorrectableError("there is no name in it")
    entity = named(found.entities, name)
    return {"before": quote.speaker, "after": entity.name if entity else name}


def _stated(correction: Correction, _: Article, found: Extraction) -> dict[str, Any]:
    if not any(_starts(f.span, correction) for f in found.facts):
        raise UncorrectableError("there is no such fact")
    return {"before": correction.words}


def _names(correction: Correction, _: Article, found: Extraction) -> dict[str, Any]:
    one, name = named(found.entities, correction.before or ""), " ".join((correction.after or "").split())
    if one is None or not any(c.isalpha() for c in name):
        raise UncorrectableError("there is no such name")
    other = named(found.entities, name)
    return {"before": one.name, "after": other.name if other else name}


def _starts(span: Span, correction: Correction) -> bool:
    return span.start == correction.start and len(span) == len(correction.words or "")


_PREPARED: dict[str, Callable[[Correction, Article, Extraction], dict[str, Any]]] = {
    **dict.fromkeys(FIELDS, _field),
    "speaker": _quoted,
    "merge": _names,
    "quote": _quoted,
    "fact": _stated,
}
