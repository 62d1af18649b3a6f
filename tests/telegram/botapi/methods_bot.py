"""What the bot is and says about itself: getMe, commands, descriptions, and leaving the server."""

from __future__ import annotations

import re
from typing import Any

from .errors import bad_request
from .params import Params
from .registry import method, the_chat
from .state import World

Json = dict[str, Any]
SCOPES = {
    "default", "all_private_chats", "all_group_chats", "all_chat_administrators",
    "chat", "chat_administrators", "chat_member",
}  # fmt: skip
LIMITS = {"name": 64, "description": 512, "short_description": 120}


@method("getMe")
def get_me(world: World, _: Params) -> Json:
    return world.bot.as_json() | {
        "can_join_groups": True,
        "can_read_all_group_messages": not world.switches.privacy,
        "supports_inline_queries": world.switches.inline_enabled,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def _scope(world: World, params: Params) -> tuple[str, str]:
    scope = params.structure("scope", "BotCommandScope") or {"type": "default"}
    if not isinstance(scope, dict) or scope.get("type") not in SCOPES:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    language = params.string("language_code")
    if language and not re.fullmatch(r"[a-z]{2}", language):
        raise bad_request("invalid language code specified")
    if scope["type"].startswith("chat"):
        the_chat(world, Params(scope))
    where = [str(scope[key]) for key in ("chat_id", "user_id") if key in scope]
    return ":".join([scope["type"], *where]), language


@method("setMyCommands")
def set_my_commands(world: World, params: Params) -> bool:
    commands = params.structure("commands", "commands")
    if not isinstance(commands, list):
        raise bad_request("can't parse commands: expected an Array of BotCommand")
    if len(commands) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    world.commands[_scope(world, params)] = [_command(command) for command in commands]
    return True


def _command(given: Json) -> Json:
    name = str(given.get("command", "")).removeprefix("/")
    description = str(given.get("description", "")).strip()
    if not re.fullmatch(r"[a-z0-9_]{1,32}", name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(description) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}


@method("getMyCommands")
def get_my_commands(world: World, params: Params) -> list[Json]:
    return world.commands.get(_scope(world, params), [])


@method("deleteMyCommands")
def delete_my_commands(world: World, params: Params) -> bool:
    world.commands.pop(_scope(world, params), None)
    return True


def _profile(field: str, camel: str) -> None:
    def get(world: World, params: Params) -> Json:
        default = world.bot.first_name if field == "name" else ""
        values = world.profile.get(field, {})
        return {field: values.get(params.string("language_code"), values.get("", default))}

    def change(world: World, params: Params) -> bool:
        if len(params.string(field)) > LIMITS[field]:
            raise bad_request(
                f"BOT_{field.upper()}_INVALID" if field == "name" else f"bot {field.replace('_', ' ')} is too long"
            )
        world.profile.setdefault(field, {})[params.string("language_code")] = params.string(field)
        return True

    method(f"getMy{camel}")(get)
    method(f"setMy{camel}")(change)


_profile("name", "Name")
_profile("description", "Description")
_profile("short_description", "ShortDescription")


@method("logOut")
def log_out(_world: World, _params: Params) -> bool:
    return True


@method("close")
def close(_world: World, _params: Params) -> bool:
    return True
