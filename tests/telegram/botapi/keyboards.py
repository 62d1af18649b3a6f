"""reply_markup, checked as Telegram checks it."""

from __future__ import annotations

from typing import Any

from .errors import bad_request
from .markup import checked_url
from .params import Params

Json = dict[str, Any]
ACTIONS = {
    "url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay",
}  # fmt: skip
LOOKS = {"text", "style", "icon_custom_emoji_id"}
OTHERS = {"keyboard", "remove_keyboard", "force_reply"}


def read_markup(params: Params, *, inline_only: bool = False) -> Json | None:
    """Return the checked keyboard of a call; None without one; an inline keyboard with no buttons is none."""
    markup = params.structure("reply_markup", "reply keyboard markup")
    if markup is None:
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in markup:
        return inline_keyboard(markup["inline_keyboard"])
    if inline_only:
        raise bad_request("inline keyboard expected")
    if markup and not OTHERS & set(markup):
        raise bad_request("can't parse reply keyboard markup JSON object")
    return markup or None


def inline_keyboard(rows: object) -> Json | None:
    """Check the rows of an inline keyboard."""
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request(
            'can\'t parse inline keyboard markup JSON object: Field "inline_keyboard" must be of type Array of Array'
        )
    checked = [[_button(button) for button in row] for row in rows if row]
    if sum(map(len, checked)) > 100:
        raise bad_request("reply markup is too long")
    return {"inline_keyboard": checked} if checked else None


def _button(button: object) -> Json:
    if not isinstance(button, dict):
        raise bad_request("can't parse inline keyboard button: InlineKeyboardButton must be an Object")
    text = button.get("text")
    if not isinstance(text, str):
        raise bad_request("can't parse inline keyboard button: Can't find field \"text\"")
    if not text.strip():
        raise bad_request("can't parse inline keyboard button: Text must be non-empty")
    actions = ACTIONS & set(button)
    if not actions:
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1 or set(button) - ACTIONS - LOOKS:
        raise bad_request("BUTTON_TYPE_INVALID")
    _check_action(button)
    return button


def _check_action(button: Json) -> None:
    if "callback_data" in button and not 1 <= len(str(button["callback_data"]).encode()) <= 64:
        raise bad_request("BUTTON_DATA_INVALID")
    if "url" in button:
        url = checked_url(str(button["url"]))
        if url is None:
            raise bad_request(f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")
        button["url"] = url
    if "copy_text" in button and not 1 <= len(str(button["copy_text"].get("text", ""))) <= 256:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
