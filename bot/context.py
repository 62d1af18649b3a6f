"""What every handler can reach: the scene that it plays in."""

from __future__ import annotations

from typing import Any

from telegram.ext import Application, CallbackContext, ExtBot

from bot.scene import CURRENT, Scene

Bag = dict[Any, Any]
App = Application[ExtBot[None], "Context", Bag, Bag, Bag, None]


class Context(CallbackContext[ExtBot[None], Bag, Bag, Bag]):
    """PTB's context, with the scene in reach."""

    @property
    def scene(self) -> Scene:
        """Return the scene of the update in hand."""
        return CURRENT.get()
