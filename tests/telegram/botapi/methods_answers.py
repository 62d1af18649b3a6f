"""Answers to pressed buttons and inline queries."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from .errors import QUERY_TOO_OLD, bad_request, not_imitated
from .keyboards import inline_keyboard
from .messages import Account, Message
from .params import Params
from .registry import method
from .sending import text_content
from .state import World

Json = dict[str, Any]


@dataclass
class Press:
    """A button pressed by someone; `answer` is what the bot let them see: text, show_alert, url."""

    id: str
    who: Account
    message: Message
    data: str
    at: float
    answer: Json | None = None
    refused: str | None = None


@dataclass
class InlineQuery:
    """An inline query; `results` once the bot has answered."""

    id: str
    who: Account
    query: str
    offset: str
    at: float
    chat_type: str = "sender"
    results: list[Json] | None = None
    answer: Json = field(default_factory=dict)


@method("answerCallbackQuery")
def answer_callback_query(world: World, params: Params) -> bool:
    press: Press | None = world.callbacks.get(params.string("callback_query_id"))
    again = press is not None and press.answer is not None and world.switches.answer_once
    if press is None or again or world.now() - press.at > world.switches.callback_lifetime:
        raise bad_request(QUERY_TOO_OLD)
    text = params.string("text")
    if len(text) > 200:
        raise bad_request("MESSAGE_TOO_LONG")
    if params.string("url") and not params.string("url").startswith(("tg://", "https://t.me/")):
        raise bad_request("URL_INVALID")
    press.answer = {"text": text, "show_alert": params.flag("show_alert"), "url": params.string("url")}
    world.changed.notify_all()
    return True


@method("answerInlineQuery")
def answer_inline_query(world: World, params: Params) -> bool:
    query: InlineQuery | None = world.inline.get(params.string("inline_query_id"))
    if query is None or query.results is not None or world.now() - query.at > world.switches.inline_lifetime:
        raise bad_request(QUERY_TOO_OLD)
    results = _results(params)
    _check_button(params)
    if len(params.string("next_offset").encode()) > 64:
        raise bad_request("NEXT_OFFSET_INVALID")
    query.results = results
    query.answer = {
        name: params[name] for name in ("cache_time", "is_personal", "next_offset", "button") if name in params
    }
    world.changed.notify_all()
    return True


def _results(params: Params) -> list[Json]:
    results = params.structure("results", "inline query results")
    if not isinstance(results, list):
        raise bad_request("can't parse inline query results: Expected an Array of InlineQueryResult")
    if len(results) > 50:
        raise bad_request("RESULTS_TOO_MUCH")
    if any("id" not in result for result in results):
        raise bad_request("can't parse inline query result: Can't find field \"id\"")
    ids = [str(result.get("id", "")) for result in results]
    if any(not 1 <= len(number.encode()) <= 64 for number in ids):
        raise bad_request("RESULT_ID_INVALID")
    if len(set(ids)) < len(ids):
        raise bad_request("RESULT_ID_DUPLICATE")
    return [_result(result) for result in results]


def _result(result: Json) -> Json:
    if result.get("type") != "article":
        raise not_imitated(f"inline results of type {result.get('type')!r}, only articles")
    if not str(result.get("title", "")).strip():
        raise bad_request("can't parse inline query result: Can't find field \"title\"")
    given = result.get("input_message_content")
    if not isinstance(given, dict) or "message_text" not in given:
        raise bad_request("can't parse inline query result: Can't find field \"input_message_content\"")
    content = text_content(Params(given), "message_text")
    markup = result.get("reply_markup")
    return result | {"content": content, "markup": inline_keyboard(markup["inline_keyboard"]) if markup else None}


def _check_button(params: Params) -> None:
    button = params.structure("button", "inline query results button")
    if button and not button.get("text"):
        raise bad_request("can't parse inline query results button: Can't find field \"text\"")
    start = str((button or {}).get("start_parameter", "x"))
    if not 1 <= len(start) <= 64 or not start.replace("_", "").replace("-", "").isalnum():
        raise bad_request("START_PARAM_INVALID")
