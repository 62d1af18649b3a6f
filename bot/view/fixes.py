"""Corrections: what can be set right in an article, what was, and by whom."""

from __future__ import annotations

import datetime as dt
import textwrap
import zlib
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from bot.letters import Button, Keyboard
from bot.messages import day, moment, say
from bot.view.articles import quotations
from bot.view.markup import escape, source, title
from newsqa.model import Entity, Quote, Span
from newsqa.newsroom import Correction, Stored

FIELDS = ("title", "outlet", "published")
_PAGE = 6  # things to choose from in one message
_NAMES = 12  # names to choose from
_LINE = 160  # characters of a quotation or fact in a list
_LABEL = 40  # characters of a name on a button
_ISO_DAY = len("2026-11-27")
_LOGGED = 10  # corrections in one message, the latest
_DATA = 64  # bytes that a button carries

Choice = tuple[str, Span, str]  # quote or fact, where it stands, and how it is shown


def data(what: str, argument: str, stored: Stored) -> str:
    """Return what a button of this article sends back."""
    return f"f:{what}:{argument}:{stored.article.id}"


def fits(stored: Stored) -> bool:
    """Tell whether the buttons can carry the id of an article."""
    return len(data("name", f"{10**6}-{10**6}.{'f' * 8}", stored).encode()) <= _DATA


def menu(stored: Stored, log: Sequence[Correction], language: str) -> tuple[str, Keyboard]:
    """Return the article and what can be set right in it."""
    article = stored.article
    told = "\n".join(filter(None, [f"<b>{title(article)}</b>", source(article, language), say(language, "fix-what")]))
    rows = [FIELDS, ("speaker", "merge"), ("wrong", *(["log"] if log else []))]
    keyboard = [[_button(stored, language, name, "", count=len(log)) for name in row] for row in rows]
    return told, tuple(map(tuple, keyboard))


def quotes(stored: Stored) -> list[Choice]:
    """Return the quotations from which one is chosen, whose speaker is wrong."""
    text = stored.article.text
    said = sorted(quotations(stored), key=lambda q: (q.words.start, q.words.end))
    return [("quote", q.words, _said(q, q.words.of(text))) for q in said]


def findings(stored: Stored) -> list[Choice]:
    """Return the quotations and facts from which one is chosen that is none."""
    spans = dict.fromkeys(fact.span for fact in stored.extraction.facts)
    return quotes(stored) + [("fact", span, f"• {_short(span.of(stored.article.text))}") for span in spans]


def choices(stored: Stored, what: str, found: Sequence[Choice], page: int, language: str) -> tuple[str, Keyboard]:
    """Return one page of things to choose from, with a number and a button each."""
    shown = list(islice(enumerate(found, 1), page * _PAGE, (page + 1) * _PAGE))
    lines = [say(language, f"fix-which-{what}" if found else "fix-nothing-there")]
    lines += [f"{number}. {words}" for number, (_, _, words) in shown]
    numbers = [
        Button(label=str(number), data=data("said" if what == "speaker" else kind, _key(span), stored))
        for number, (kind, span, _) in shown
    ]
    turns = []
    if page:
        turns.append(Button(label=say(language, "button-back"), data=data(what, str(page - 1), stored)))
    if left := len(found) - len(shown) - page * _PAGE:
        turns.append(Button(label=say(language, "button-more", count=left), data=data(what, str(page + 1), stored)))
    return "\n\n".join(lines), _with_menu(stored, language, numbers, turns)


def speakers(stored: Stored, span: Span, language: str) -> tuple[str, Keyboard]:
    """Return a quotation with the people who may have said it."""
    words = span.of(stored.article.text)
    before = {q.speaker for q in stored.extraction.quotes if q.words == span}
    people = [e for e in _people(stored) if e.name not in before]
    rows = _named(stored, "name", f"{_key(span)}.", people)
    other = [Button(label=say(language, "button-someone"), data=data("someone", _key(span), stored))]
    return f"{say(language, 'fix-who')}\n“{_short(words)}”", _with_menu(stored, language, *rows, other)


def persons(stored: Stored, language: str, first: str | None = None) -> tuple[str, Keyboard]:
    """Return the names of an article, to choose two that are one from: first the form, then the full name."""
    entities = sorted(stored.extraction.entities, key=lambda e: e.kind != "person")
    chosen = next((e for e in entities if crc(e.name) == first), None)
    if first is None or chosen is None:
        return say(language, "fix-merge-first"), _with_menu(stored, language, *_named(stored, "first", "", entities))
    others = [e for e in entities if e is not chosen]
    rows = _named(stored, "both", f"{first}.", others)
    return say(language, "fix-merge-then", name=escape(chosen.name)), _with_menu(stored, language, *rows)


def made(stored: Stored, correction: Correction, zone: dt.tzinfo, language: str) -> tuple[str, Keyboard]:
    """Return what was set right, and the button that takes it back."""
    undo = Button(label=say(language, "button-undo"), data=data("undo", str(correction.no), stored))
    text = f"{said(correction, zone, language)}\n{say(language, 'fix-holds')}"
    return text, (((undo, _button(stored, language, "menu", ""))),) if fits(stored) else ()


def back(stored: Stored, language: str) -> Keyboard:
    """Return the button that leads back to the menu."""
    return _with_menu(stored, language)


def said(correction: Correction, zone: dt.tzinfo, language: str) -> str:
    """Return one correction: what it is about, what stood there, what stands there now."""
    what = say(language, f"fixed-{correction.kind}")
    before, after = (_value(correction.kind, v, zone, language) for v in (correction.before, correction.after))
    if correction.kind in {"quote", "fact"}:
        return f"{what}: <s>{before}</s>"
    line = f"{what}: <s>{before}</s> → <b>{after}</b>"
    return f"{line}\n“{_short(correction.words)}”" if correction.words else line


def log(
    stored: Stored, made_: Sequence[Correction], names: Mapping[int, str], zone: dt.tzinfo, language: str
) -> tuple[str, Keyboard]:
    """Return the latest corrections of an article, who made each and when, with buttons that take them back."""
    shown = list(enumerate(made_, 1))[-_LOGGED:]
    lines = [f"<b>{title(stored.article)}</b>"]
    for number, correction in shown:
        signed = _signed(correction.by, correction.at.astimezone(zone), names, language)
        line = f"{number}. {said(correction, zone, language)}\n{signed}"
        if correction.undone_at and correction.undone_by is not None:
            signed = _signed(correction.undone_by, correction.undone_at.astimezone(zone), names, language)
            line += f" · {say(language, 'fix-undone')}: {signed}"
        lines.append(line)
    undo = say(language, "button-undo")
    buttons = [
        Button(label=f"{undo} {number}", data=data("undo", str(c.no), stored)) for number, c in shown if not c.undone_at
    ]
    return "\n\n".join(lines), _with_menu(stored, language, *_rows(buttons, 3))


def crc(name: str) -> str:
    """Return a name as a button carries it."""
    return f"{zlib.crc32(name.encode()):08x}"


def span_of(key: str) -> Span:
    """Return a span as a button carried it. Raises ValueError for what is none."""
    start, _, end = key.partition("-")
    return Span(start=int(start), end=int(end))


def _key(span: Span) -> str:
    return f"{span.start}-{span.end}"


def _said(quote: Quote, words: str) -> str:
    said = _short(words) if quote.kind == "indirect" else f"“{_short(words)}”"
    return f"<b>{escape(quote.speaker or '?')}</b>: {said}"


def _value(kind: str, value: str | None, zone: dt.tzinfo, language: str) -> str:
    """Return what stood or stands in a place, a date as people write it and name its time zone."""
    if value is None:
        return "—"
    if kind != "published":
        return _short(value)
    at = dt.datetime.fromisoformat(value)
    if len(value) <= _ISO_DAY:
        return day(at, language)
    here = at.astimezone(zone)
    return moment(here if here.utcoffset() == at.utcoffset() else at, language)


def _short(words: str) -> str:
    return escape(textwrap.shorten(words, _LINE, placeholder=" …"))


def _people(stored: Stored) -> list[Entity]:
    return [e for e in stored.extraction.entities if e.kind == "person"]


def _named(stored: Stored, what: str, key: str, entities: Iterable[Entity]) -> list[list[Button]]:
    """Return buttons with names, two a row."""
    buttons = [
        Button(label=textwrap.shorten(e.name, _LABEL, placeholder="…"), data=data(what, f"{key}{crc(e.name)}", stored))
        for e in islice(entities, _NAMES)
    ]
    return _rows(buttons, 2)


def _rows(buttons: Sequence[Button], width: int) -> list[list[Button]]:
    return [list(buttons[i : i + width]) for i in range(0, len(buttons), width)]


def _with_menu(stored: Stored, language: str, *rows: Sequence[Button]) -> Keyboard:
    return (*(tuple(row) for row in rows if row), (_button(stored, language, "menu", ""),))


def _button(stored: Stored, language: str, name: str, argument: str, **values: int) -> Button:
    return Button(label=say(language, f"button-fix-{name}", **values), data=data(name, argument, stored))


def _signed(person: int, at: dt.datetime, names: Mapping[int, str], language: str) -> str:
    return f"<i>{escape(names.get(person, str(person)))}, {moment(at, language)}</i>"
