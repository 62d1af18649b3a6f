"""The parameters of one call, from JSON, form or multipart, read as Telegram reads them."""

from __future__ import annotations

import json
from typing import Any

from aiohttp import web

from .errors import ApiError, bad_request

MOST = 50 * 1024 * 1024


class Upload(bytes):
    """The bytes of an uploaded file, with its name."""

    name: str
    mime: str | None


class Params(dict[str, Any]):
    """Raw values by name; numbers may be strings and structures may be JSON in a string."""

    def string(self, name: str) -> str:
        value = self.get(name)
        if value is None:
            return ""
        text = value if isinstance(value, str) else json.dumps(value)
        try:
            text.encode()
        except UnicodeEncodeError as error:
            raise bad_request("strings must be encoded in UTF-8") from error
        return text

    def integer(self, name: str, default: int = 0) -> int:
        try:
            return int(self.get(name, default) or 0)
        except (TypeError, ValueError):
            return default

    def flag(self, name: str) -> bool:
        return str(self.get(name, "")).lower() in {"true", "yes", "1"}

    def structure(self, name: str, what: str) -> Any:
        """Return a list or object; None when absent; ApiError when it is not JSON."""
        value = self.get(name)
        if not isinstance(value, str):
            return value
        if not value.strip():
            return None
        try:
            return json.loads(value)
        except ValueError as error:
            raise bad_request(f"can't parse {what} JSON object") from error


async def read(request: web.Request) -> Params:
    """Collect parameters from the query string and the body, whichever form it has."""
    found = Params(request.query)
    if request.content_type == "application/json":
        found |= await _json(request)
    elif request.content_type == "multipart/form-data":
        found |= await _multipart(request)
    elif request.content_type == "application/x-www-form-urlencoded":
        found |= {name: str(value) for name, value in (await request.post()).items()}
    return found


async def _json(request: web.Request) -> dict[str, Any]:
    body = await request.read()
    if not body.strip():
        return {}
    try:
        value = json.loads(body)
    except ValueError as error:
        raise bad_request("can't parse JSON object") from error
    if not isinstance(value, dict):
        raise bad_request("object expected as request body")
    return {name: item for name, item in value.items() if item is not None}


async def _multipart(request: web.Request) -> dict[str, Any]:
    found: dict[str, Any] = {}
    reader = await request.multipart()
    async for part in reader:
        data = bytes(await part.read(decode=True))  # type: ignore[union-attr]
        name = str(part.name)  # type: ignore[union-attr]
        if part.filename is None:  # type: ignore[union-attr]
            found[name] = data.decode()
            continue
        if len(data) > MOST:
            raise ApiError(413, "Request Entity Too Large")
        upload = Upload(data)
        upload.name, upload.mime = part.filename, part.headers.get("Content-Type")  # type: ignore[union-attr, assignment]
        found[name] = upload
    return found
