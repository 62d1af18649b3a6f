"""The bot put together: one ordered list of handlers."""

from __future__ import annotations

from telegram.ext import (
    ApplicationBuilder,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    ContextTypes,
    ExtBot,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from bot.context import App, Context
from bot.courier import Courier
from bot.filters import ADDRESSED, INSERTED
from bot.handlers import (
    about,
    add,
    article,
    ask,
    desks,
    embargo,
    errors,
    feed,
    fix,
    fix_buttons,
    inline,
    invitations,
    lookups,
    members,
    watch,
)
from bot.requests import request
from bot.settings import Settings

_NEW = filters.UpdateType.MESSAGE & ~INSERTED
_PRIVATE = filters.ChatType.PRIVATE & _NEW
_READABLE = filters.TEXT | filters.CAPTION | filters.Document.ALL
_GROUP = filters.ChatType.GROUPS & _NEW
_ANSWERS = MessageHandler(_NEW & filters.REPLY & filters.TEXT & ~filters.COMMAND, fix.answered)
_HANDLERS = (
    # who may do what
    CommandHandler("admit", members.admit, _NEW),
    CommandHandler("remove", members.remove, _NEW),
    CommandHandler("members", members.show, _NEW),
    ChatMemberHandler(members.joined, ChatMemberHandler.MY_CHAT_MEMBER),
    MessageHandler(filters.StatusUpdate.MIGRATE, members.migrated),
    CommandHandler("invite", invitations.invite, _NEW),
    CallbackQueryHandler(invitations.revoke, pattern=r"^invitation:"),
    CommandHandler("start", about.start, _PRIVATE & filters.Regex(rf"^/start\S*\s+{inline.JOIN}$")),
    CommandHandler("start", invitations.accept, _PRIVATE & filters.Regex(r"^/start\S*\s+\S")),
    CommandHandler("desk", desks.command, _NEW),
    # what this is
    CommandHandler("start", about.start, _NEW),
    CommandHandler("help", about.help_, _NEW),
    CommandHandler("language", about.choose, _NEW),
    CallbackQueryHandler(about.chosen, pattern=r"^language:"),
    # articles
    CommandHandler("add", add.command, _NEW),
    CommandHandler("feed", feed.command, _NEW),
    CommandHandler("article", article.show, _NEW),
    CommandHandler("delete", article.delete, _NEW),
    CallbackQueryHandler(article.button, pattern=r"^a:(?:\w+|(?:article|quotes|facts)\.\d{1,4}):."),
    CommandHandler("fix", fix.command, _NEW),
    CallbackQueryHandler(fix_buttons.button, pattern=r"^f:\w+:[^:]*:."),
    CommandHandler("embargo", embargo.command, _NEW),
    CallbackQueryHandler(embargo.button, pattern=r"^embargo:"),
    MessageHandler(filters.UpdateType.EDITED & _READABLE & ~INSERTED, add.edited),
    MessageHandler(filters.UpdateType.CHANNEL_POST, add.posted),
    # staying informed
    CommandHandler("watch", watch.watch, _NEW),
    CommandHandler("watches", watch.watches, _NEW),
    CommandHandler("digest", watch.digest, _NEW),
    CallbackQueryHandler(watch.button, pattern=r"^watch:\w+:\d{1,15}(:list)?$"),
    # questions
    CommandHandler("ask", ask.command, _NEW),
    CallbackQueryHandler(ask.button, pattern=r"^t:(?:article:\d{1,15}:[0-9a-f]{8}|\w+:\d{1,15}:\d{1,4})$"),
    InlineQueryHandler(inline.query),
    CommandHandler("quotes", lookups.quotes, _NEW),
    CommandHandler("who", lookups.who, _NEW),
    CommandHandler("latest", lookups.latest, _NEW),
    CommandHandler("timeline", lookups.timeline, _NEW),
    CommandHandler("sources", lookups.sources, _NEW),
    CommandHandler("stats", lookups.stats, _NEW),
    CommandHandler("export", lookups.export, _NEW),
    CallbackQueryHandler(about.stale),
    MessageHandler(_PRIVATE & _READABLE & ~filters.COMMAND, add.private),
    MessageHandler(_PRIVATE & filters.ATTACHMENT, add.wordless),
    MessageHandler(_GROUP & filters.TEXT & ~filters.COMMAND & ADDRESSED, ask.addressed),
)


def build(settings: Settings) -> App:
    """Return the application, ready to be initialised; it neither polls nor listens by itself."""
    bot: ExtBot[None] = Courier(
        settings.token,
        base_url=f"{settings.api_root}/bot",
        base_file_url=f"{settings.api_root}/file/bot",
        request=request(64),
        get_updates_request=request(1),  # fetches nothing: a poller of our own does
    )
    app: App = (
        ApplicationBuilder().bot(bot).context_types(ContextTypes(context=Context)).updater(None).job_queue(None).build()
    )
    app.add_handler(_ANSWERS, group=-1)  # a reply that the bot has asked for is no question
    app.add_handlers(_HANDLERS)
    app.add_error_handler(errors.failed)
    return app
