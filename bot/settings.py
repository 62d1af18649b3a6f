"""Each setting of the bot, its default and its meaning."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, HttpUrl, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from newsqa.errors import NewsqaError


class SettingsError(NewsqaError):
    """Name the setting that is missing or malformed, and what it should be."""


class Settings(BaseSettings):
    """The bot's settings, from the environment and then from `.env`."""

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8", env_ignore_empty=True, extra="ignore", frozen=True
    )

    telegram_bot_token: SecretStr = Field(description="The token that @BotFather gave you.")
    telegram_api_url: HttpUrl = Field(
        default=HttpUrl("https://api.telegram.org"), description="Another Bot API server may be named."
    )
    newsqa_database: Path = Field(default=Path("newsqa.db"), description="The archive, one SQLite file.")
    newsqa_owners: Annotated[frozenset[int], NoDecode] = Field(
        default=frozenset(), description="Telegram user ids of the owners, separated by commas."
    )
    newsqa_quiet: float = Field(
        default=1.5,
        ge=0,
        le=60,
        description="Seconds to wait for further parts of an article sent in several messages.",
    )
    newsqa_per_minute: int = Field(default=30, ge=1, description="Questions that one person may ask in a minute.")
    newsqa_feed_minutes: float = Field(
        default=15, ge=0, description="Minutes between two looks at the feeds that are followed; 0 for never."
    )
    newsqa_timezone: str = Field(default="Asia/Jakarta", description="The newsroom's time zone.")
    newsqa_webhook_url: HttpUrl | None = Field(
        default=None, description="The public https address that Telegram should call; without it the bot polls."
    )
    newsqa_webhook_path: str = Field(
        default="", description="The path that the proxy in front passes on; without it, that of the public address."
    )
    newsqa_webhook_port: int = Field(default=8080, ge=1, le=65535, description="The local port behind that address.")
    newsqa_health_port: int | None = Field(
        default=None, ge=1, le=65535, description="A local port for /healthz while the bot polls."
    )
    newsqa_health_silence: float = Field(
        default=120,
        ge=1,
        description="Seconds without an answer from Telegram, where one comes every 25, after which /healthz says 503.",
    )
    newsqa_listen: str = Field(default="127.0.0.1", description="The local address of either port.")
    newsqa_log_texts: bool = Field(default=False, description="Write what people say into the log, to find a fault.")

    @field_validator("telegram_bot_token")
    @classmethod
    def _looks_like_a_token(cls, value: SecretStr) -> SecretStr:
        number, colon, secret = value.get_secret_value().partition(":")
        if not (number.isdigit() and colon and secret and secret.isascii() and not secret.count("/")):
            raise ValueError("should be what @BotFather gave you, like 123456:ABC-DEF…")
        return value

    @field_validator("newsqa_owners", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return frozenset(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value

    @field_validator("newsqa_timezone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError):
            raise ValueError("should be a time zone like Asia/Jakarta") from None
        return value

    @property
    def api_root(self) -> str:
        """Return the address of the Bot API server, without a slash at its end."""
        return str(self.telegram_api_url).rstrip("/")

    @property
    def webhook_path(self) -> str:
        """Return the path at which updates come in; one nobody guesses is not needed, Telegram shows a secret."""
        public = (self.newsqa_webhook_url.path or "/") if self.newsqa_webhook_url else "/"
        return "/" + (self.newsqa_webhook_path or public).strip("/")

    @property
    def zone(self) -> ZoneInfo:
        """Return the newsroom's time zone."""
        return ZoneInfo(self.newsqa_timezone)

    @property
    def token(self) -> str:
        """Return the token in clear, for Telegram only."""
        return self.telegram_bot_token.get_secret_value()


def load() -> Settings:
    """Return the settings. Raises SettingsError with one line that names what is wrong."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0]).upper()
        reason = "is not set" if first["type"] == "missing" else first["msg"].removeprefix("Value error, ")
        raise SettingsError(f"{name}: {reason}; see .env.example") from None
