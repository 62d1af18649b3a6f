"""What the bot says, by language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

LANGUAGES = ("id", "en")


def say(language: str, message: str, /, **values: Any) -> str:  # noqa: ANN401  Fluent takes what it can format
    """Return a message in a language, or one of its attributes: `message.attribute`.

    Raises KeyError for a message that the language does not have.
    """
    bundle = _bundle(language)
    name, _, attribute = message.partition(".")
    entry = bundle.get_message(name)
    pattern = entry.attributes[attribute] if attribute else entry.value
    if pattern is None:
        raise KeyError(message)
    text, errors = bundle.format_pattern(pattern, values)
    if errors:
        raise errors[0]
    return str(text).strip()


def advice(language: str, message: str) -> list[str]:
    """Return what a message advises to do about what it says, if it does."""
    attributes = _bundle(language).get_message(message).attributes
    return [say(language, f"{message}.advice")] if "advice" in attributes else []


def language_of(code: str | None) -> str:
    """Return the language in which to speak to someone whose Telegram is set to `code`."""
    short = (code or "").split("-")[0]
    return {"ms": "id", "jv": "id", "su": "id"}.get(short, short if short in LANGUAGES else "en")


def day(value: dt.date, language: str) -> str:
    """Return a date as people write it in a language."""
    from babel.dates import format_date  # noqa: PLC0415  its tables load with the first date

    return format_date(value, "d MMMM y", locale=language)


def moment(value: dt.datetime, language: str) -> str:
    """Return a day and hour as people write them in a language, with the name of its time zone."""
    return f"{day(value.date(), language)} {clock(value.timetz(), language)} {value.tzname() or ''}".strip()


def clock(value: dt.time, language: str) -> str:
    """Return a time of day as people write it in a language."""
    from babel.dates import format_skeleton  # noqa: PLC0415  as above

    return format_skeleton("Hm", value.replace(tzinfo=None), locale=language)


def meant(word: str, among: Sequence[str]) -> str | None:
    """Return which of the names a word stands for, in whatever language it is said: the messages `word-<name>`."""
    return next((name for name in among if word.casefold() in _words(name)), None)


def listed(items: Sequence[str], language: str) -> str:
    """Return a list as people write it in a language."""
    from babel.lists import format_list  # noqa: PLC0415  as above

    return str(format_list(items, locale=language))


@cache
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(FluentResource((files(__name__) / f"{language}.ftl").read_text(encoding="utf-8")))
    return bundle


@cache
def _words(name: str) -> frozenset[str]:
    """Return all words for a thing, in every language."""
    said = [say(language, f"word-{name}") for language in LANGUAGES]
    return frozenset(word.strip().casefold() for words in said for word in words.split(","))
