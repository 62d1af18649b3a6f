"""Languages as data: one folder of TOML each, validated when it is first used."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from newsqa.errors import UnknownLanguageError

if TYPE_CHECKING:  # a reader's process asks only which languages there are
    from newsqa.languages.naming import SharedNames
    from newsqa.languages.schema import Language

CODES = ("id", "en")


@cache
def load(code: str) -> Language:
    """Return the data of one language.

    Raises UnknownLanguageError for a code without a folder, pydantic.ValidationError for a folder with a mistake.
    """
    if code not in CODES:
        raise UnknownLanguageError(f"no data for the language {code!r}; there is {', '.join(CODES)}")
    from newsqa.languages.schema import Language  # noqa: PLC0415  see above

    return Language.model_validate({name: _table(code, name) for name in Language.model_fields})


def _table(code: str, name: str) -> dict[str, Any]:
    return tomllib.loads((files(__name__) / code / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def shared_names() -> SharedNames:
    """Return the names that are the same in every language."""
    from newsqa.languages.naming import SharedNames  # noqa: PLC0415  see above

    return SharedNames.model_validate(_table("shared", "names"))
