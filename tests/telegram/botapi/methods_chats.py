"""What the bot can learn of a chat and its members, and leaving it."""

from __future__ import annotations

from typing import Any

from .errors import bad_request
from .messages import Chat
from .params import Params
from .registry import method, the_chat
from .state import World

Json = dict[str, Any]
RIGHTS = (
    "can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats",
    "can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories",
    "can_edit_stories", "can_delete_stories",
)  # fmt: skip


@method("getChat")
def get_chat(world: World, params: Params) -> Json:
    chat = the_chat(world, params)
    full = {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": _no_gifts()}
    pinned = chat.live(chat.pinned[-1]) if chat.pinned else None
    return chat.as_json() | full | ({"pinned_message": pinned.as_json(nested=False)} if pinned else {})


def _no_gifts() -> Json:
    kinds = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
    return dict.fromkeys(kinds, False)


def member_json(world: World, chat: Chat, account_id: int) -> Json:
    """Return a ChatMember of the status this account has in the chat."""
    status = chat.status.get(account_id, "left")
    member: Json = {"status": status, "user": world.accounts[account_id].as_json()}
    if status == "creator":
        return member | {"is_anonymous": False}
    if status == "administrator":
        channel = (
            {"can_post_messages": True, "can_edit_messages": True}
            if chat.type == "channel"
            else {"can_manage_topics": True}
        )
        return member | dict.fromkeys(RIGHTS, False) | {"can_manage_chat": True, "can_delete_messages": True} | channel
    return member | ({"until_date": 0} if status == "kicked" else {})


@method("getChatMember")
def get_chat_member(world: World, params: Params) -> Json:
    chat = the_chat(world, params)
    user = params.integer("user_id")
    if user not in world.accounts:
        raise bad_request("invalid user_id specified" if user <= 0 else "user not found")
    if chat.type == "private":
        return {"status": "member", "user": world.accounts[user].as_json()}
    return member_json(world, chat, user)


@method("getChatAdministrators")
def get_chat_administrators(world: World, params: Params) -> list[Json]:
    chat = the_chat(world, params)
    if chat.type == "private":
        raise bad_request("there are no administrators in the private chat")
    admins = [number for number, status in chat.status.items() if status in {"creator", "administrator"}]
    return [member_json(world, chat, n) for n in admins if not world.accounts[n].is_bot or n == world.bot.id]


@method("getChatMemberCount")
def get_chat_member_count(world: World, params: Params) -> int:
    chat = the_chat(world, params)
    return sum(status in {"creator", "administrator", "member"} for status in chat.status.values()) or 2


@method("leaveChat")
def leave_chat(world: World, params: Params) -> bool:
    chat = the_chat(world, params)
    if chat.type == "private":
        raise bad_request("chat member status can't be changed in private chats")
    before = member_json(world, chat, world.bot.id)
    chat.status[world.bot.id] = "left"
    change = {"chat": chat.as_json(), "from": world.bot.as_json(), "date": int(world.now())}
    states = {"old_chat_member": before, "new_chat_member": member_json(world, chat, world.bot.id)}
    world.updates.put("my_chat_member", change | states)
    return True


@method("createChatInviteLink")
def create_chat_invite_link(world: World, params: Params) -> Json:
    chat = the_chat(world, params)
    if chat.type == "private":
        raise bad_request("can't create an invite link in a private chat")
    if not chat.is_admin(world.bot):
        raise bad_request("not enough rights to manage chat invite link")
    link = f"https://t.me/+{world.number():x}"
    flags = {"creates_join_request": params.flag("creates_join_request"), "is_primary": False, "is_revoked": False}
    return {"invite_link": link, "creator": world.bot.as_json()} | flags


@method("createForumTopic")
def create_forum_topic(world: World, params: Params) -> Json:
    chat = the_chat(world, params)
    if not chat.is_forum:
        raise bad_request("the chat is not a forum")
    if not chat.is_admin(world.bot):
        raise bad_request("not enough rights to create a topic")
    if not params.string("name").strip():
        raise bad_request("TOPIC_TITLE_EMPTY")
    from .people import open_topic  # noqa: PLC0415  # a topic opens the same way whoever opens it

    topic = open_topic(world, chat, world.bot, params.string("name"))
    return {"message_thread_id": topic.id, "name": topic.name, "icon_color": 7322096}
