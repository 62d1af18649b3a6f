"""A person looks at an article, its quotes and facts, or removes it."""

from __future__ import annotations

from telegram import Message, Update

from bot import acknowledge, archive, edits, kept, questions
from bot.access import needs
from bot.context import Context
from bot.scene import Scene, replied_to
from bot.view import articles
from bot.view.leaves import Leaf, turning
from bot.view.leaves import leaves as leaves_of
from bot.view.markup import escape, title
from newsqa.newsroom import Newsroom, Stored

_ALL = Leaf()


@needs("reader")
async def show(update: Update, context: Context) -> None:
    """Answer /article ID, of the desk or of one that it may read."""
    message, scene = update.effective_message, context.scene
    if message is None:
        return
    article = await _meant(scene, message, context.args or [])
    if article is None:
        scene.reply(scene.say("which-article"), message.message_id)
    elif not await _open(scene, article, message.message_id):
        scene.reply(scene.say("no-article", id=escape(article[:40])), message.message_id)


@needs("editor")
async def delete(update: Update, context: Context) -> None:
    """Answer /delete ID by asking whether it is meant."""
    message, scene = update.effective_message, context.scene
    if message and (found := await named(scene, message, context.args or [])):
        ask, keyboard = "delete-really", articles.sure(found, scene.language)
        if not keyboard:  # an id longer than a button carries, typed in full, is meant
            await archive.remove(scene, found.article.id)
            ask = "deleted"
        scene.reply(scene.say(ask, title=title(found.article)), message.message_id, keyboard)


@needs("reader")
async def button(update: Update, context: Context) -> None:
    """Answer the buttons under an article: `a:<what>:<article>`, or `a:<what>.<leaf>:<article>` to turn to a leaf."""
    query, scene = update.callback_query, context.scene
    if query is None or query.message is None:
        return
    _, what, article = (query.data or "").split(":", 2)
    leaf, found = Leaf.named(what), await archive.held(scene, article)
    if leaf.number is not None or what == "article":
        done = await _open(scene, article, query.message.message_id, leaf)
        await query.answer("" if done else scene.say("stale"))
    elif found is None:
        await query.answer(scene.say("stale"))
    elif what in {"delete", "really"} and not scene.standing.may("editor"):
        await query.answer(scene.say("needs-editor"))
    else:
        await query.answer()
        await _press(scene, what, found, query.message.message_id)


async def _press(scene: Scene, what: str, found: Stored, message: int) -> None:
    if what == "delete":
        scene.edit(
            message, scene.say("delete-really", title=title(found.article)), articles.sure(found, scene.language)
        )
    elif what == "really":
        await archive.remove(scene, found.article.id)
        scene.edit(message, scene.say("deleted", title=title(found.article)))
    elif what == "keep":
        scene.edit(message, articles.summary(found, scene.language), acknowledge.buttons(scene, found))
    else:
        await lay_out(scene, scene.standing.scope, found, message, Leaf(what))


async def _open(scene: Scene, article: str, message: int, leaf: Leaf = _ALL) -> bool:
    """Show an article of a desk that this place may read; False where there is none of that id."""
    desks = await questions.readable(scene)

    def look(newsroom: Newsroom) -> list[tuple[str, Stored]]:
        found = ((desk, archive.shown(newsroom.at(desk), article)) for desk in desks)
        return [(desk, stored) for desk, stored in found if stored]

    for desk, stored in (await scene.newsroom(look))[:1]:
        await lay_out(scene, desk, stored, message, leaf)
        return True
    return False


async def lay_out(scene: Scene, desk: str, stored: Stored, message: int, leaf: Leaf = _ALL) -> None:
    """Show the first leaf of an article under a message, with buttons that turn to others; or turn to one there."""
    leaves, article = leaves_of(stored, leaf.what, scene.language), stored.article
    number = min(leaf.number or 0, len(leaves) - 1)  # of an article that got shorter meanwhile, the last
    buttons = turning(article.id, leaf.what, number, len(leaves))
    preview = article.url if leaf.what == "article" else None
    if leaf.what == "article" and (edited := await edits.told(scene, desk, stored)):
        leaves[0] += f"\n\n{edited}"
    for text in leaves if buttons is None else leaves[number : number + 1]:
        said = await kept.marked(scene, text, [(desk, article)])
        if leaf.number is None:
            scene.reply(said, message, buttons or (), preview=preview)
        else:
            scene.edit(message, said, buttons or (), preview=preview)


async def named(scene: Scene, message: Message, arguments: list[str]) -> Stored | None:
    """Return the article that a command names or replies to; where it is not there, say so."""
    article = await _meant(scene, message, arguments)
    if article is None:
        scene.reply(scene.say("which-article"), message.message_id)
        return None
    found = await archive.held(scene, article)
    if found is None:
        scene.reply(scene.say("no-article", id=escape(article[:40])), message.message_id)
    return found


async def _meant(scene: Scene, message: Message, arguments: list[str]) -> str | None:
    replied = replied_to(message)
    return arguments[0] if arguments else await article_behind(scene, replied) if replied else None


async def article_behind(scene: Scene, replied: Message) -> str | None:
    """Return the article that a message holds, or that the bot's answer in it came from."""
    scope, chat, number = scene.standing.scope, replied.chat.id, replied.message_id
    article = await scene.state(lambda state: state.record.article_in(scope, chat, number))
    if article:
        return article
    turn = await scene.state(lambda state: state.record.replied(chat, number))
    return turn.answers[0].article if turn and turn.answers else None
