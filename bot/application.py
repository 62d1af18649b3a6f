"""The bot put together: one ordered list of handlers."""

from __future__ import annotations

from typing import Any

from telegram import Update
from telegram.ext import (
    AIORateLimiter,
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

from bot.context import Context, Desk
from bot.filters import ADDRESSED
from bot.handlers import about, add, article, ask, errors, members

App = Application[Any, Context, Any, Any, Any, Any]

_PRIVATE = filters.ChatType.PRIVATE
_HANDLERS = (
    # who may ask
    CommandHandler("admit", members.admit),
    CommandHandler("remove", members.remove),
    CommandHandler("members", members.show),
    ChatMemberHandler(members.joined, ChatMemberHandler.MY_CHAT_MEMBER),
    MessageHandler(filters.StatusUpdate.MIGRATE, members.migrated),
    # what this is
    CommandHandler("start", about.start),
    CommandHandler("help", about.help_),
    CommandHandler("language", about.choose),
    CallbackQueryHandler(about.chosen, pattern=r"^language:"),
    # articles
    CommandHandler("add", add.command),
    CommandHandler("article", article.show),
    CommandHandler("delete", article.delete),
    CallbackQueryHandler(article.button, pattern=r"^(quotes|facts):"),
    # questions
    CommandHandler("ask", ask.command),
    MessageHandler(_PRIVATE & (filters.TEXT | filters.CAPTION) & ~filters.COMMAND, add.private),
    MessageHandler(filters.ChatType.GROUPS & filters.TEXT & ~filters.COMMAND & ADDRESSED, ask.addressed),
)


def build(desk: Desk) -> App:
    """Return the application that serves a desk, ready to run."""
    settings = desk.settings
    app: App = (
        ApplicationBuilder()
        .token(settings.telegram_bot_token.get_secret_value())
        .base_url(f"{settings.api_root}/bot")
        .base_file_url(f"{settings.api_root}/file/bot")
        .context_types(ContextTypes(context=Context))
        .rate_limiter(AIORateLimiter(max_retries=5))
        .build()
    )
    app.bot_data["desk"] = desk
    app.add_handlers(_HANDLERS)
    app.add_error_handler(errors.failed)
    return app


UPDATES = [Update.MESSAGE, Update.CALLBACK_QUERY, Update.MY_CHAT_MEMBER]
