"""Find everything in an article that can answer a question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from newsqa.extract import entities, facts, quotes
from newsqa.extract.entities import Entities
from newsqa.model import Article, Extraction, Note, Sentence, Span, Value
from newsqa.text import concepts, disguises, numbers, times
from newsqa.text.concepts import Concept
from newsqa.text.document import Document, Passage, annotate
from newsqa.text.terms import index_terms

V = TypeVar("V", bound=Value)

RULES = 16  # counts up whenever the rules change what they find, so that an archive knows what to redo


def extract(article: Article, *, dated: bool = False) -> Extraction:
    """Return the sentences, entities, quotes and facts of one article, by their places in its text as it stands.

    `dated` says that somebody set its day right: it counts, whatever day the text gives itself.
    """
    seen = disguises.plain(article.text)
    if seen.places is None:
        return _extracted(article, dated=dated)
    return _placed(_extracted(article.model_copy(update={"text": seen.text}), dated=dated), seen)


def _extracted(article: Article, *, dated: bool) -> Extraction:
    document = annotate(article, dated=dated)
    known = entities.resolve(document)
    meant = [concepts.find(passage.tokens, document.language.about.code) for passage in document.passages]
    sentences = tuple(_sentence(document, *one, known) for one in zip(document.passages, meant, strict=True))
    said = tuple(quotes.find(document, known))
    return Extraction(
        language=document.language.about.code,
        rules=RULES,
        sentences=sentences,
        entities=known.all,
        quotes=said,
        facts=tuple(facts.find(document, known, said, zip(sentences, meant, strict=True))),
    )


def _placed(found: V, seen: disguises.Plain) -> V:
    """Return what was found in a text as it is read, by the places in the text as it stands."""
    if isinstance(found, Span):
        return type(found)(start=seen.start(found.start), end=max(seen.start(found.start), seen.end(found.end)))
    fields = {
        name: value for name in type(found).model_fields if isinstance(value := getattr(found, name), Value | tuple)
    }
    return found.model_copy(update={name: _moved(value, seen) for name, value in fields.items()})


def _moved(value: object, seen: disguises.Plain) -> object:
    if isinstance(value, tuple):
        return tuple(_moved(one, seen) for one in value)
    return _placed(value, seen) if isinstance(value, Value) else value


def _sentence(document: Document, passage: Passage, meant: Sequence[Concept], known: Entities) -> Sentence:
    named = list(_names(passage, known))
    return Sentence(
        span=passage.span,
        terms=index_terms(passage.tokens, document.language.about.code, meant),
        context=tuple(_context(passage, known)),
        notes=(*named, *_notes(document, passage, [note.span for note in named if note.kind == "person"])),
    )


def _context(passage: Passage, known: Entities) -> Iterator[str]:
    """Yield the words of the names that a sentence means without writing them out."""
    written = {w.normal for w in passage.tokens}
    meant = dict.fromkeys(word for entity in known.of(passage.index) for word in known.words(entity.name))
    yield from (word for word in meant if word not in written)


def _names(passage: Passage, known: Entities) -> Iterator[Note]:
    """Yield the names of a sentence, each with the fullest form."""
    for reference in known.within(passage.index):
        if reference.how == "name":
            entity = known.all[reference.entity]
            yield Note(span=reference.span, kind=entity.kind, value=entity.name)


def _notes(document: Document, passage: Passage, people: Sequence[Span]) -> Iterator[Note]:
    """Yield the times of a sentence that are no part of somebody's name, then the numbers that are not part of one."""
    text, start, end = document.text, passage.span.start, passage.span.end
    found = times.find(text, start, end, document.language, document.day)
    dated = [t for t in found if not any(name.holds(t.span) and name != t.span for name in people)]
    for time in dated:
        days = f"{time.since}/{time.until}" if time.since and time.since != time.until else str(time.since or "")
        yield Note(span=time.span, kind=f"time.{time.kind}", value=days or None)
    for number in numbers.find(text, start, end, document.language):
        if not any(number.span.meets(time.span) for time in dated):
            head = number.counted.of(text) if number.counted else None
            yield Note(span=number.full, kind=f"number.{number.kind}", value=f"{number.value:g}", head=head)
