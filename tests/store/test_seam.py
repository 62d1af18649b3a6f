"""What the seam itself looks like: whose archive is asked is always said, and nothing of an engine shows."""

from __future__ import annotations

import inspect
import re
import typing
from collections.abc import Callable

import pytest

from newsqa.store import mailbox, protocol
from newsqa.store.mailbox import Mail
from newsqa.store.memory import MemoryStore
from newsqa.store.memory_mail import MemoryMail
from newsqa.store.protocol import Store
from newsqa.store.seen import Seen
from newsqa.store.sqlite import SqliteStore
from newsqa.store.state.mail import SqliteMail

# Of the whole file, not of a desk: what the machinery behind all desks does, and says nobody an article by.
OF_ALL = {"unchanging", "end_embargoes", "next_end", "arrivals", "verify", "backup", "outdated", "close"}
KNOWN = ("datetime", "pathlib", "typing", "collections.abc", "newsqa.model", "newsqa.errors", "newsqa.store.protocol")
KNOWN += ("newsqa.store.mailbox", "builtins", "contextlib")
ENGINE_WORDS = re.compile(
    r"\bMATCH\b|(?i:\b(?:sqlite|sql|select|fts\d?|rowid|tokeni[sz]er|cursor|pragma|table|column|row)s?\b)"
)


def calls(seam: type) -> dict[str, Callable[..., object]]:
    return {name: call for name, call in vars(seam).items() if inspect.isfunction(call) and not name.startswith("_")}


def hints(call: Callable[..., object]) -> dict[str, object]:
    return typing.get_type_hints(call)


def carries_scope(call: Callable[..., object]) -> bool:
    """Tell whether a call is told a desk that nobody can leave out, by itself or in the one value that it takes."""
    given = inspect.signature(call).parameters
    if "scope" in given:
        return given["scope"].default is inspect.Parameter.empty and hints(call)["scope"] is str
    values = [h for name, h in hints(call).items() if name != "return" and isinstance(h, type)]
    fields = [h.model_fields["scope"] for h in values if "scope" in getattr(h, "model_fields", {})]
    return any(field.is_required() and field.annotation is str for field in fields)


@pytest.mark.parametrize("name", calls(Store))
def test_every_call_says_whose_archive_it_is_for(name: str) -> None:
    assert carries_scope(calls(Store)[name]) != (name in OF_ALL)


def types_in(hint: object) -> set[type]:
    """Return every type that an annotation is made of."""
    inner = {t for part in typing.get_args(hint) if part is not ... for t in types_in(part)}
    return inner if typing.get_args(hint) or not isinstance(hint, type) else {hint}


SEAMS = [(seam, name) for seam in (Store, Mail) for name in calls(seam)]


@pytest.mark.parametrize(("seam", "name"), SEAMS)
def test_nothing_of_an_engine_shows_in_a_call(seam: type, name: str) -> None:
    call = calls(seam)[name]
    foreign = {t for hint in hints(call).values() for t in types_in(hint) if not t.__module__.startswith(KNOWN)}
    assert foreign == set()
    shown = f"{inspect.signature(call)} {call.__doc__}"
    assert not ENGINE_WORDS.search(shown), shown


@pytest.mark.parametrize("seam", [protocol, mailbox])
def test_nothing_of_an_engine_shows_in_the_module_of_a_seam(seam: object) -> None:
    source = inspect.getsource(seam)
    imported = re.findall(r"^(?:from|import) (\S+)", source, re.MULTILINE)
    assert {name for name in imported if name.startswith("newsqa")} <= {"newsqa.errors", "newsqa.model"}
    assert {name.partition(".")[0] for name in imported} <= {
        "__future__", "collections", "contextlib", "dataclasses", "datetime", "newsqa", "pathlib", "pydantic", "typing"
    }  # fmt: skip
    assert not ENGINE_WORDS.search(source)


ENGINES = [(Store, SqliteStore), (Store, MemoryStore), (Store, Seen), (Mail, SqliteMail), (Mail, MemoryMail)]


@pytest.mark.parametrize(("seam", "engine"), ENGINES)
def test_each_engine_is_called_as_the_seam_says(seam: type, engine: type) -> None:
    for name, call in calls(seam).items():
        told, made = (inspect.signature(c).parameters.values() for c in (call, getattr(engine, name)))
        assert [(p.kind, p.default) for p in told] == [(p.kind, p.default) for p in made], name
