"""From a question to a reply: read it, find candidates, score them, choose."""

from __future__ import annotations

import time

from newsqa.answer.parse import parse
from newsqa.model import Answer, Evidence, Reply
from newsqa.store.protocol import Hit, Query, Store


def answer(store: Store, scope: str, text: str, article: str | None = None) -> Reply:
    """Return what the archive of `scope` says to the question, within one article where one is named."""
    started = time.perf_counter()
    question = parse(text)
    hits = store.search(scope, Query(must=question.terms, article=article)) if question.terms else []
    answers = tuple(_answer(store, scope, hit) for hit in hits[:5])
    took = (time.perf_counter() - started) * 1000
    return Reply(
        question=text, language=question.language, found=bool(answers), answers=answers, took_ms=round(took, 2)
    )


def _answer(store: Store, scope: str, hit: Hit) -> Answer:
    stored = store.get_article(scope, hit.article)
    evidence = Evidence(article=stored.article, span=stored.extraction.sentences[hit.index].span)
    return Answer(text=evidence.words, kind="sentence", status="happened", evidence=evidence, score=hit.score)
