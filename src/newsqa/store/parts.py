"""What was found in an article as the file keeps it: in parts, each read only when it is asked for.

To open an article takes a twentieth of the time that all of its notes and facts would, and an answer needs few of them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, partial
from itertools import starmap
from typing import Any, ClassVar, NamedTuple, TypeVar

from pydantic import SerializerFunctionWrapHandler, TypeAdapter, model_serializer

from newsqa.model import Entity, Extraction, Fact, Note, Quote, Sentence, Span, Value

V = TypeVar("V", bound=Value)

_ALL: set[str] = set()  # of fields, those that were set: nothing here asks, and all values share it
_NOTES = TypeAdapter(tuple[Note, ...])
_ENTITIES = TypeAdapter(tuple[Entity, ...])
_QUOTES = TypeAdapter(tuple[Quote, ...])
_FACTS = TypeAdapter(tuple[Fact, ...])


class Parts(NamedTuple):
    """One extraction as a row keeps it; the table says what each part holds."""

    rules: int
    language: str
    spans: str
    terms: str
    context: str
    notes: str
    entities: str
    quotes: str
    facts: str


COLUMNS = ", ".join(Parts._fields)


def taken_apart(extraction: Extraction) -> Parts:
    """Return an extraction as a row keeps it."""
    sentences = extraction.sentences
    return Parts(
        rules=extraction.rules,
        language=extraction.language,
        spans="\n".join(f"{s.span.start} {s.span.end}" for s in sentences),
        terms="\n".join(" ".join(s.terms) for s in sentences),
        context="\n".join(" ".join(s.context) for s in sentences),
        notes="\n".join(_json(_NOTES, s.notes) if s.notes else "" for s in sentences),
        entities=_json(_ENTITIES, extraction.entities),
        quotes=_json(_QUOTES, extraction.quotes),
        facts=_json(_FACTS, extraction.facts),
    )


def digest(parts: Iterable[object]) -> bytes:
    """Return the sum by which a flipped bit in any of the parts is found."""
    return hashlib.sha256("\n".join(map(str, parts)).encode()).digest()


def put_together(parts: Parts) -> Extraction:
    """Return the extraction that a row keeps, whose parts are read when they are first asked for."""
    terms = _Terms(parts.terms, parts.context)
    return _made(
        _Extraction,
        {"language": parts.language, "rules": parts.rules},
        {
            "sentences": lambda: tuple(_sentences(parts)),
            "entities": partial(_ENTITIES.validate_json, parts.entities),
            "quotes": partial(_QUOTES.validate_json, parts.quotes),
            "facts": partial(_FACTS.validate_json, parts.facts),
            "terms": terms.all,
            "where": terms.places,
            "having": _Terms(parts.terms).places,
        },
    )


def _sentences(parts: Parts) -> Iterator[Sentence]:
    if parts.spans:
        lines = (part.split("\n") for part in (parts.spans, parts.terms, parts.context, parts.notes))
        yield from starmap(_sentence, zip(*lines, strict=True))


def _sentence(span: str, terms: str, context: str, notes: str) -> Sentence:
    start, end = span.split(" ")
    return _made(
        _Sentence,
        {"span": _made(Span, {"start": int(start), "end": int(end)}), "context": tuple(context.split())},
        {
            "terms": lambda: tuple(terms.split(" ")) if terms else (),
            "notes": lambda: _NOTES.validate_json(notes) if notes else (),
        },
    )


class _Terms:
    """The terms of an article: most that are asked for are not in it, the others are found by a search in a text."""

    def __init__(self, *columns: str) -> None:
        self._columns = columns

    @cached_property
    def _text(self) -> str:
        lines = zip(*(column.split("\n") for column in self._columns), strict=True)
        return " \n ".join(("", *map(" ".join, lines), ""))

    def all(self) -> frozenset[str]:
        """Return the terms that any sentence has."""
        return frozenset(self._text.split(" ")) - {"", "\n"}

    def places(self, term: str) -> tuple[int, ...]:
        """Return the sentences that have a term; what holds a space, or nothing, is none."""
        if not term or " " in term or "\n" in term:
            return ()
        text, term = self._text, f" {term} "
        found, line, last = [], -1, 0
        at = text.find(term)
        while at >= 0:
            line += text.count("\n", last, at)
            found.append(line)
            last = text.index("\n", at)
            at = text.find(term, last)
        return tuple(found)


def _json(adapter: TypeAdapter[Any], values: Iterable[Value]) -> str:
    return adapter.serializer.to_json(values, exclude_defaults=True).decode()  # what dump_json calls, in half the time


def _made(kind: type[V], fields: dict[str, object], unread: Mapping[str, Callable[..., object]] | None = None) -> V:
    """Return a value as pydantic's model_construct makes one, in a third of the time."""
    value, put = kind.__new__(kind), object.__setattr__
    put(value, "__dict__", fields)
    put(value, "__pydantic_fields_set__", _ALL)
    put(value, "__pydantic_extra__", None)
    put(value, "__pydantic_private__", unread)
    return value


class _Lazy(Value):
    """A value of which some fields are read when they are first asked for; in all else it is as its base is."""

    _base: ClassVar[type[Value]]

    @property
    def _unread(self) -> Mapping[str, Callable[..., Any]]:
        return object.__getattribute__(self, "__pydantic_private__") or {}

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  it is the field's own type
        read = self._unread.get(name)
        if read is None:
            raise AttributeError(name)
        value = self.__dict__[name] = read()
        return value

    @model_serializer(mode="wrap")
    def _serialised(self, handler: SerializerFunctionWrapHandler) -> object:
        self._fields()
        return handler(self)

    def _fields(self) -> tuple[object, ...]:
        return tuple(getattr(self, name) for name in type(self).model_fields)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, self._base):
            return NotImplemented
        return self._fields() == tuple(getattr(other, name) for name in self._base.model_fields)

    def __hash__(self) -> int:
        return hash(self._fields())


class _Sentence(_Lazy, Sentence):
    _base = Sentence


class _Extraction(_Lazy, Extraction):
    _base = Extraction

    @property
    def terms(self) -> frozenset[str]:
        terms: frozenset[str] = self._unread["terms"]()
        return terms

    def where(self, term: str) -> tuple[int, ...]:
        places: tuple[int, ...] = self._unread["where"](term)
        return places

    def having(self, term: str) -> tuple[int, ...]:
        places: tuple[int, ...] = self._unread["having"](term)
        return places

    def _fields(self) -> tuple[object, ...]:
        for sentence in self.sentences:  # pydantic writes them as their base, by what they hold
            hash(sentence)
        return super()._fields()
