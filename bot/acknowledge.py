"""What became of an article, said in one message."""

from __future__ import annotations

from bot.archive import Filed, held
from bot.letters import Keyboard
from bot.messages import advice, say
from bot.scene import Scene
from bot.view import articles
from bot.view.markup import escape
from newsqa.errors import UnreadableArticleError
from newsqa.newsroom import Stored

_SUPERGROUP = -1_000_000_000_000  # the ids of supergroups begin below


async def filed(scene: Scene, value: Filed, to: int) -> None:
    """Say what was found in an article, or that the archive has it already and where."""
    stored = Stored(article=value.added.article, extraction=value.added.extraction)
    if value.before and not value.known:
        await redone(scene, value, to)
    elif not value.known:
        scene.reply(articles.summary(stored, scene.language), to, buttons(scene, stored))
    elif await held(scene, stored.article.id) is None:  # under embargo: who listens here may not see it
        scene.reply(scene.say("known-kept-back", id=escape(stored.article.id)), to)
    else:
        chat, message = value.first or (0, 0)
        here = message if chat == scene.place.chat and message > 0 else None  # others are lost to a migration
        text = articles.known(stored, scene.language, _address(chat, here), differs=value.differs)
        scene.reply(text, here if here and scene.place.private else to, buttons(scene, stored))


def refused(scene: Scene, error: UnreadableArticleError, to: int) -> None:
    """Say why something cannot be added."""
    scene.reply(refusal(scene, error), to)


def refusal(scene: Scene, error: UnreadableArticleError) -> str:
    """Return why something cannot be added, and what to do."""
    return scene.say("unreadable-article", reason=why(error, scene.language))


def why(error: UnreadableArticleError, language: str, *, advised: bool = True) -> str:
    """Return why something is no article, and what else the person who sent it can do."""
    about = {name: escape(value) if isinstance(value, str) else value for name, value in error.about.items()}
    message = f"refused-{error.reason}"
    return " ".join([say(language, message, **about), *(advice(language, message) if advised else ())])


async def redone(scene: Scene, value: Filed, to: int) -> None:
    """Say what an edit or a newer version changed in an article."""
    stored = Stored(article=value.added.article, extraction=value.added.extraction)
    if await held(scene, stored.article.id) is None:  # under embargo: who listens here may not see it
        scene.reply(scene.say("changed-kept-back", id=escape(stored.article.id)), to)
    elif value.before:
        scene.reply(articles.changed(value.before, stored, scene.language), to, buttons(scene, stored))


def buttons(scene: Scene, stored: Stored) -> Keyboard:
    """Return the buttons under an article's summary that the person may press."""
    return articles.buttons(stored, scene.language, editor=scene.standing.may("editor"))


def _address(chat: int, message: int | None) -> str | None:
    """Return a link to a message; only those of supergroups have one."""
    return f"https://t.me/c/{_SUPERGROUP - chat}/{message}" if message and chat < _SUPERGROUP else None
