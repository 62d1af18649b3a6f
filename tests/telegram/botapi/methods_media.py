"""Files: sent by the bot, kept, and fetched back."""

from __future__ import annotations

import mimetypes
from typing import Any

from .errors import bad_request
from .messages import File
from .params import Params, Upload
from .registry import method, the_chat
from .sending import caption_content, send
from .state import World

Json = dict[str, Any]


def keep(world: World, data: bytes, name: str | None, mime: str | None = None, size: int | None = None) -> File:
    """Store bytes as a Telegram file; `size` may claim more than there is."""
    number = world.number()
    guessed = mime or (mimetypes.guess_type(name)[0] if name else None)
    file = File(
        f"BQACAgUAAxkBAAI{number:x}", f"AgAD{number:x}", name, guessed, data, len(data) if size is None else size
    )
    return world.add_file(file)


def _given(world: World, params: Params, field: str, what: str) -> File:
    value = params.get(field)
    if isinstance(value, str) and value.startswith("attach://"):
        value = params.get(value.removeprefix("attach://"))
    if isinstance(value, Upload):
        return _uploaded(world, value)
    if not value:
        raise bad_request(f"there is no {what} in the request")
    if value not in world.files:
        raise bad_request("wrong file identifier/HTTP URL specified")
    return world.files[str(value)]


def _uploaded(world: World, upload: Upload) -> File:
    if not upload:
        raise bad_request("file must be non-empty")
    return keep(world, bytes(upload), upload.name, upload.mime)


@method("sendDocument")
def send_document(world: World, params: Params) -> Json:
    the_chat(world, params)
    file = _given(world, params, "document", "document")
    return send(world, params, {"document": file.as_json()} | caption_content(params)).as_json()


def photo_json(file: File) -> list[Json]:
    """Return the sizes of a photo; the server does not draw, so there is one."""
    basic = {k: v for k, v in file.as_json().items() if k.startswith("file_") and k != "file_name"}
    return [basic | {"width": 1280, "height": 720}]


@method("sendPhoto")
def send_photo(world: World, params: Params) -> Json:
    the_chat(world, params)
    file = _given(world, params, "photo", "photo")
    if not file.data.startswith((b"\xff\xd8", b"\x89PNG", b"GIF8", b"RIFF")):
        raise bad_request("IMAGE_PROCESS_FAILED")
    return send(world, params, {"photo": photo_json(file)} | caption_content(params)).as_json()


@method("sendMediaGroup")
def send_media_group(world: World, params: Params) -> list[Json]:
    the_chat(world, params)
    media = params.structure("media", "media") or []
    if not 2 <= len(media) <= 10:
        raise bad_request(
            "message must contain from 2 to 10 media items" if media else "there are no media in the request"
        )
    kinds = {item.get("type") for item in media}
    if not kinds <= {"photo", "document", "video", "audio"} or (len(kinds) > 1 and not kinds <= {"photo", "video"}):
        raise bad_request("can't use the media of the specified type in the album")
    contents = [_item(world, params, item) for item in media]
    group = str(world.number())
    return [send(world, params, content, media_group_id=group).as_json() for content in contents]


def _item(world: World, params: Params, item: Json) -> Json:
    given = Params(params | item)
    file = _given(world, given, "media", "media")
    shown = photo_json(file) if item["type"] == "photo" else file.as_json()
    return {item["type"]: shown} | caption_content(Params(item))


@method("getFile")
def get_file(world: World, params: Params) -> Json:
    file = world.files.get(params.string("file_id"))
    if file is None:
        raise bad_request(
            "wrong file_id or the file is temporarily unavailable"
            if params.string("file_id")
            else "file_id not specified"
        )
    if file.size > world.switches.file_limit:
        raise bad_request("file is too big")
    return {k: v for k, v in file.as_json().items() if k in {"file_id", "file_unique_id", "file_size"}} | {
        "file_path": file.path
    }
