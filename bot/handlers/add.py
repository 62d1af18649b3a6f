"""A person adds an article, or changes one that was added."""

from __future__ import annotations

from telegram import Message, Update
from telegram.constants import ReactionEmoji

from bot import acknowledge, archive, importing, inbox, material, sources
from bot.access import needs
from bot.context import Context
from bot.handlers import ask
from bot.messages import advice
from bot.scene import Scene, is_group, replied_to
from newsqa.errors import UnreadableArticleError
from newsqa.newsroom import Stored

_NEAR = 3  # messages back in which the part before another may stand: others write in between


@needs("editor")
async def command(update: Update, context: Context) -> None:
    """Add the message that /add replies to, or the text after it."""
    message, scene = update.effective_message, context.scene
    if message is None:
        return
    replied = replied_to(message)
    given = sources.behind_command(message)
    if given and sources.pages(message):
        await _add(scene, message, message)
    elif given:
        await _add(scene, message, message, given)
    elif replied and message.quote and message.quote.is_manual:
        await _add(scene, message, replied, message.quote.text)
    elif replied and (sources.text_of(replied) or replied.document):
        await _add(scene, message, replied)
    else:
        scene.reply(_how(scene, message), message.message_id)


def _how(scene: Scene, message: Message) -> str:
    """Return how to add; where Telegram may not have shown what was replied to, what to do about that."""
    unseen = advice(scene.language, "empty-add") if message.chat.type == message.chat.GROUP else ()
    return " ".join([scene.say("empty-add"), *unseen])


@needs("reader")
async def private(update: Update, context: Context) -> None:
    """Hold an article until its sender is quiet; answer a question, unless it belongs with an article."""
    message, scene = update.effective_message, context.scene
    if message is None:
        return
    if message.document and (message.document.file_size or 0) > material.MOST:
        acknowledge.refused(scene, material.TooLargeError(), message.message_id)
    elif sources.is_article(message):
        await _hold(update, context)
    elif await _belongs(scene, message):
        await inbox.hold(scene, message)
    else:
        await ask.private(scene, message)


@needs("reader")
async def wordless(update: Update, context: Context) -> None:
    """Say of a picture or recording that there is nothing in it to read; one of an album goes with the others."""
    message = update.effective_message
    if message and not message.media_group_id:
        context.scene.reply(context.scene.say("nothing-to-read"), message.message_id)


@needs("editor")
async def _hold(update: Update, context: Context) -> None:
    if update.effective_message:
        await inbox.hold(context.scene, update.effective_message)


async def _belongs(scene: Scene, message: Message) -> bool:
    """Tell whether a short message came with an article: one is held, or follows in the same breath."""
    ahead = scene.ahead.message if scene.ahead else None
    if ahead and sources.is_article(ahead) and scene.standing.may("editor"):
        return True
    chat = message.chat.id
    return bool(await scene.state(lambda state: state.mail.held(chat)))


async def posted(update: Update, context: Context) -> None:
    """Hold what a channel of the newsroom posts, quietly."""
    message, scene = update.channel_post, context.scene
    if message is None or not (sources.text_of(message) or message.document) or sources.is_many(message):
        return
    chat = message.chat.id
    if await scene.state(lambda state: state.people.chat_scope(chat)):
        await inbox.hold(scene, message)


async def edited(update: Update, context: Context) -> None:
    """Redo the article whose message was edited, and say what changed."""
    message, scene = update.effective_message, context.scene
    if message is None:
        return
    chat, number, scope = message.chat.id, message.message_id, scene.standing.scope
    if number in {item.message for item in await scene.state(lambda state: state.mail.held(chat))}:
        await inbox.hold(scene, message)
        return
    article = await scene.state(lambda state: state.record.article_in(scope, chat, number))
    before = await archive.inside(scene, article) if article else None
    if before is None or not (update.edited_channel_post or scene.standing.may("editor")):
        return
    try:
        text = await material.text(scene, message)
    except UnreadableArticleError:
        return  # what it leads to cannot be read now; what was read then stays
    parts = dict(await _parts(scene, chat, before))
    if number in parts:  # a message that only repeats the article does not change it
        await _redo(scene, message, before, [*(parts | {number: text}).items()])


async def _redo(scene: Scene, message: Message, before: Stored, parts: archive.Parts) -> bool:
    """Give an article the text that its parts make now, and say what changed; False where that is nothing."""
    text = sources.joined([text for _, text in parts])
    if text == before.article.text and not await archive.changing(scene, before.article.id, parts):
        return False
    row = before.article.model_dump(mode="json") | {"text": text}
    if before.article.title == sources.title(before.article.text):
        row["title"] = sources.title(text)
    filed = await archive.put(scene, row, parts)
    if message.chat.type != message.chat.CHANNEL:
        await acknowledge.redone(scene, filed, message.message_id)
    return True


async def _parts(scene: Scene, chat: int, stored: Stored) -> archive.Parts:
    """Return the messages of a chat that an article came in, each with its text."""
    scope, article = scene.standing.scope, stored.article.id
    return await scene.state(lambda state: state.record.parts(scope, article, chat))


async def _earlier_parts(scene: Scene, holder: Message, stored: Stored) -> list[tuple[int, str]]:
    return [part for part in await _parts(scene, holder.chat.id, stored) if part[0] < holder.message_id]


async def _cut_before(scene: Scene, holder: Message) -> Stored | None:
    """Return the article whose last part was cut off right before a message: it goes on there."""
    scope, chat, last = scene.standing.scope, holder.chat.id, holder.message_id - 1
    near = await scene.state(lambda state: [state.record.article_in(scope, chat, last - n) for n in range(_NEAR)])
    article = next(filter(None, near), None)
    stored = await archive.inside(scene, article) if article else None
    parts = await _earlier_parts(scene, holder, stored) if stored else []
    return stored if parts and last - _NEAR < parts[-1][0] <= last and len(parts[-1][1]) >= sources.CUT else None


async def _add(scene: Scene, request: Message, holder: Message, text: str | None = None) -> None:
    """Add the article that one message holds: acknowledge at once, then say what was found."""
    await scene.react(request.message_id, ReactionEmoji.EYES)
    to = holder.message_id if is_group(holder.chat) else request.message_id
    begun = await _cut_before(scene, holder) if text is None and sources.text_of(holder) else None
    if begun:
        parts = [*await _earlier_parts(scene, holder, begun), (holder.message_id, sources.text_of(holder))]
        if not await _redo(scene, holder, begun, parts):
            await acknowledge.filed(scene, archive.known(begun), to)
        return
    try:
        for filed in await _filed(scene, holder, text):
            await acknowledge.filed(scene, filed, to)
    except UnreadableArticleError as error:
        acknowledge.refused(scene, error, request.message_id)


async def _filed(scene: Scene, holder: Message, text: str | None) -> list[archive.Filed]:
    """File what a message holds: the words chosen from it, else its file, its own words or the pages it leads to."""
    if text is not None:
        row = sources.row([holder], scene.settings.zone, text)
        return [await archive.file(scene, row, [(holder.message_id, text)])]
    if sources.is_many(holder):
        await importing.begin(scene, holder)
        return []
    pages: list[str | None] = [*sources.pages(holder)]
    return [await inbox.filed(scene, inbox.Bundle([holder], link)) for link in pages or [None]]
