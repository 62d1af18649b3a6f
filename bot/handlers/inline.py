"""The archive in any chat: `@bot kanani` offers quotations and facts with their sources."""

from __future__ import annotations

from collections.abc import Sequence

from telegram import InlineQuery, InlineQueryResultArticle, InlineQueryResultsButton, Update

from bot import questions
from bot.context import Context
from bot.scene import Scene, elsewhere
from bot.view import inline as view
from newsqa.errors import UnreadableQuestionError
from newsqa.model import Answer
from newsqa.newsroom import Lookups

JOIN = "inline"  # what /start carries for those who come from an inline query
_MOST = 20
_FRESH = 10  # seconds that Telegram may show the same results to the same person


async def query(update: Update, context: Context) -> None:
    """Answer an inline query of a member; others get a button that leads to the bot."""
    asked, scene = update.inline_query, context.scene
    scene.only_asked = True
    if asked is None:
        return
    if not scene.standing.may("reader"):
        await _answer(asked, [], scene.say("inline-not-member"))
    elif not scene.desk.pace.allows(scene.place.person):
        await _answer(asked, [], scene.say("inline-too-fast"))
    else:
        found = await _found(_public(scene), asked.query)
        await _answer(asked, view.results(found, scene.language), "" if found else scene.say("inline-nothing"))


def _public(scene: Scene) -> Scene:
    """Return the scene without its editors' rights: what is inserted elsewhere is read by others."""
    standing = scene.standing._replace(edits=frozenset())
    return elsewhere(scene, scene.place, standing, scene.language)


async def _found(scene: Scene, text: str) -> list[Answer]:
    """Return answers to a question, then quotations and facts of what it names; of nothing, the latest quotations."""
    if not any(c.isalnum() for c in text):
        return (await questions.look_up(scene, text, lambda lookups: lookups.news(_MOST))).answers[:_MOST]
    try:
        answers = (await questions.ask(scene, text)).answers if _asks(text) else []
    except UnreadableQuestionError:
        return []

    def about(lookups: Lookups) -> Sequence[Answer]:
        return lookups.about(text, _MOST)

    looked_up = (await questions.look_up(scene, text, about)).answers
    return _distinct([*answers, *looked_up])[:_MOST]


def _asks(text: str) -> bool:
    """Tell whether a text is more than a name: it takes a few words to ask."""
    return len(text.split()) > 1


def _distinct(answers: Sequence[Answer]) -> list[Answer]:
    return list({(a.evidence.article.id, a.evidence.span, a.text): a for a in answers}.values())


async def _answer(asked: InlineQuery, results: Sequence[InlineQueryResultArticle], button: str) -> None:
    offered = InlineQueryResultsButton(button, start_parameter=JOIN) if button else None
    await asked.answer(results, cache_time=_FRESH, is_personal=True, button=offered)
