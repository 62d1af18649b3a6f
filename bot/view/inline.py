"""Answers as results of an inline query: what is offered, and the cited message that each inserts."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from telegram import InlineQueryResultArticle, InputTextMessageContent, LinkPreviewOptions
from telegram.constants import ParseMode

from bot.messages import day
from bot.view.answers import cited, said
from bot.view.markup import heading
from newsqa.model import Answer

_TITLE, _DESCRIPTION = 80, 180  # characters that a phone shows of a result


def results(answers: Sequence[Answer], language: str) -> list[InlineQueryResultArticle]:
    """Return answers as results, each inserting a message with its sentence and source."""
    return [_result(str(number), answer, language) for number, answer in enumerate(answers)]


def _result(number: str, value: Answer, language: str) -> InlineQueryResultArticle:
    words, sentence = (" ".join(text.split()) for text in (said(value), value.evidence.words))
    shown = words if value.kind == "quote" else sentence
    article = value.evidence.article
    source = " · ".join(filter(None, [article.outlet, day(article.day, language) if article.day else None]))
    content = InputTextMessageContent(
        cited(value, language), parse_mode=ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)
    )
    return InlineQueryResultArticle(
        number,
        _short(value.speaker or (words if value.kind == "fact" else heading(article)), _TITLE),
        content,
        description="\n".join(filter(None, [_short(shown, _DESCRIPTION), source])),
    )


def _short(text: str, most: int) -> str:
    return textwrap.shorten(text, most, placeholder=" …") or text[:most]
