"""What was found in an article as the file keeps it: in parts, each read only when it is asked for.

To open an article takes a twentieth of the time that all of its notes and facts would, and an answer needs few of them.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import Any, ClassVar, NamedTuple, TypeVar

from pydantic import SerializerFunctionWrapHandler, TypeAdapter, model_serializer

from newsqa.model import Entity, Extraction, Fact, Note, Quote, Sentence, Span, Value

V = TypeVar("V", bound=Value)
_Reads = Mapping[str, Callable[[dict[str, Any]], object]]
_Row = tuple[str, str, str, str]  # a sentence's lines of `spans`, `terms`, `context` and `notes`

_ALL: set[str] = set()  # of fields, those that were set: nothing here asks, and all values share it
_NOTES = TypeAdapter(tuple[Note, ...])
_ENTITIES = TypeAdapter(tuple[Entity, ...])
_QUOTES = TypeAdapter(tuple[Quote, ...])
_FACTS = TypeAdapter(tuple[Fact, ...])
_KIND = re.compile(r'"kind":"([^"\\]++)"')  # of a note; in no text of JSON do these marks stand so


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
        spans="\n".join([f"{span.start} {span.end}" for span in [s.span for s in sentences]]),
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
    raw = {"parts": parts, "all": _Terms(parts.terms, parts.context), "own": _Terms(parts.terms)}
    return _made(_Extraction, {"language": parts.language, "rules": parts.rules}, raw)


def _sentences(parts: Parts) -> Iterator[Sentence]:
    if parts.spans:
        lines = (part.split("\n") for part in (parts.spans, parts.terms, parts.context, parts.notes))
        yield from (_made(_Sentence, {}, {"row": row}) for row in zip(*lines, strict=True))


def _span(row: _Row) -> Span:
    start, end = row[0].split(" ")
    return _made(Span, {"start": int(start), "end": int(end)})


class _Terms:
    """The terms of an article: most that are asked for are not in it, the others are found by a search in a text."""

    def __init__(self, *columns: str) -> None:
        self._columns = columns

    @cached_property
    def _text(self) -> str:
        lines = zip(*(column.split("\n") for column in self._columns), strict=True)
        return " \n ".join(("", *map(" ".join, lines), ""))

    def all(self) -> AbstractSet[str]:
        """Return the terms that any sentence has."""
        found = set(self._text.split(" "))
        found.difference_update(("", "\n"))
        return found

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


def _made(kind: type[V], fields: dict[str, object], unread: dict[str, Any] | None = None) -> V:
    """Return a value as pydantic's model_construct makes one, in a third of the time."""
    value, put = kind.__new__(kind), object.__setattr__
    put(value, "__dict__", fields)
    put(value, "__pydantic_fields_set__", _ALL)
    put(value, "__pydantic_extra__", None)
    put(value, "__pydantic_private__", unread)
    return value


class _Lazy(Value):
    """A value of which fields are read when they are first asked for, as `_reads` tells; in all else it is its base."""

    _base: ClassVar[type[Value]]
    _reads: ClassVar[_Reads]

    @property
    def _unread(self) -> dict[str, Any]:
        found: dict[str, Any] = object.__getattribute__(self, "__pydantic_private__")
        return found

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  it is the field's own type
        read = self._reads.get(name)
        if read is None:
            raise AttributeError(name)
        value = self.__dict__[name] = read(self._unread)
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
    _reads: ClassVar[_Reads] = {
        "span": lambda raw: _span(raw["row"]),
        "terms": lambda raw: tuple(raw["row"][1].split(" ")) if raw["row"][1] else (),
        "context": lambda raw: tuple(raw["row"][2].split()),
        "notes": lambda raw: _NOTES.validate_json(raw["row"][3]) if raw["row"][3] else (),
    }

    @property
    def kinds(self) -> frozenset[str]:
        return super().kinds if "notes" in self.__dict__ else frozenset(_KIND.findall(self._unread["row"][3]))


class _Extraction(_Lazy, Extraction):
    _base = Extraction
    _reads: ClassVar[_Reads] = {
        "sentences": lambda raw: tuple(_sentences(raw["parts"])),
        "entities": lambda raw: _ENTITIES.validate_json(raw["parts"].entities),
        "quotes": lambda raw: _QUOTES.validate_json(raw["parts"].quotes),
        "facts": lambda raw: _FACTS.validate_json(raw["parts"].facts),
    }

    @property
    def terms(self) -> AbstractSet[str]:
        terms: AbstractSet[str] = self._unread["all"].all()
        return terms

    def where(self, term: str) -> tuple[int, ...]:
        places: tuple[int, ...] = self._unread["all"].places(term)
        return places

    def having(self, term: str) -> tuple[int, ...]:
        places: tuple[int, ...] = self._unread["own"].places(term)
        return places

    def _fields(self) -> tuple[object, ...]:
        for sentence in self.sentences:  # pydantic writes them as their base, by what they hold
            hash(sentence)
        return super()._fields()
