"""What a language says of how people talk to whoever answers."""

from __future__ import annotations

from newsqa.languages.tables import Data


class Followups(Data):
    """How a question leaves out what was clear: words that begin and end it, that ask for the others, or who says so.

    `located` lead to a place, also to one that is no name; `things` to what is no verb, though one may be spelt so.
    """

    openers: tuple[str, ...]
    fillers: tuple[str, ...]
    others: tuple[str, ...]
    sayers: tuple[str, ...]
    located: tuple[str, ...]
    things: tuple[str, ...]


class Courtesies(Data):
    """What is said to whoever answers, by what it is; `beside` may stand around any of it."""

    beside: tuple[str, ...]
    greeting: tuple[str, ...]
    thanks: tuple[str, ...]
    abilities: tuple[str, ...]
    latest: tuple[str, ...]
