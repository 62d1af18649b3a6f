"""What became of an article, said in one message."""

from __future__ import annotations

from bot.archive import Filed
from bot.letters import Keyboard
from bot.scene import Scene
from bot.view import articles
from newsqa.newsroom import Stored

_SUPERGROUP = -1_000_000_000_000  # the ids of supergroups begin below


async def filed(scene: Scene, value: Filed, to: int) -> None:
    """Say what was found in an article, or that the archive has it already and where."""
    stored = Stored(article=value.added.article, extraction=value.added.extraction)
    text = (
        articles.known(stored, scene.language, await _where(scene, stored.article.id))
        if value.known
        else articles.summary(stored, scene.language)
    )
    scene.reply(text, to, buttons(scene, stored))


def redone(scene: Scene, value: Filed, to: int) -> None:
    """Say what an edit changed in an article."""
    stored = Stored(article=value.added.article, extraction=value.added.extraction)
    if value.before:
        scene.reply(articles.changed(value.before, stored, scene.language), to, buttons(scene, stored))


def buttons(scene: Scene, stored: Stored) -> Keyboard:
    """Return the buttons under an article's summary that the person may press."""
    return articles.buttons(stored, scene.language, editor=scene.standing.may("editor"))


async def _where(scene: Scene, article: str) -> str | None:
    """Return a link to the message that an article first came in, if it is in this very group."""
    scope = scene.standing.scope
    seen = await scene.state(lambda state: state.record.first_seen(scope, article))
    if seen is None or seen[0] != scene.place.chat or seen[0] > _SUPERGROUP or seen[1] < 0:
        return None
    return f"https://t.me/c/{_SUPERGROUP - seen[0]}/{seen[1]}"
