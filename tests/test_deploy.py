"""What an operator copies: the settings file, the service unit, the container file. None may drift from the code."""

from __future__ import annotations

import configparser
import re
import shlex
import tomllib
from pathlib import Path
from typing import Any

import pytest
from pydantic_core import PydanticUndefined

from bot.lanes import PATIENCE
from bot.settings import Settings, SettingsError, load

ROOT = Path(__file__).parents[1]
SCRIPTS = set(tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["scripts"])
NAMES = {name.upper() for name in Settings.model_fields}


def written(value: Any) -> str:
    if value is None or value is PydanticUndefined:
        return ""
    if isinstance(value, frozenset):
        return ",".join(map(str, sorted(value)))
    return str(value).lower() if isinstance(value, bool) else str(value).rstrip("/")


def test_the_settings_file_has_every_setting_with_its_meaning_and_default() -> None:
    told = [f"# {f.description}\n{name.upper()}={written(f.default)}" for name, f in Settings.model_fields.items()]
    assert (ROOT / ".env.example").read_text() == "\n\n".join(told) + "\n"


def test_the_settings_file_as_it_is_lacks_only_the_token(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    example = (ROOT / ".env.example").read_text()
    monkeypatch.chdir(tmp_path)
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    (tmp_path / ".env").write_text(example)
    with pytest.raises(SettingsError, match="TELEGRAM_BOT_TOKEN: is not set"):
        load()
    (tmp_path / ".env").write_text(example.replace("TELEGRAM_BOT_TOKEN=", "TELEGRAM_BOT_TOKEN=1:a"))
    assert load().newsqa_webhook_url is None


@pytest.fixture(scope="module")
def unit() -> configparser.ConfigParser:
    parser = configparser.ConfigParser(strict=True, interpolation=None, delimiters=("=",))
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read_string((ROOT / "deploy" / "newsqa.service").read_text())
    return parser


def test_the_unit_starts_the_bot_with_settings_that_there_are(unit: configparser.ConfigParser) -> None:
    service = unit["Service"]
    assert Path(service["ExecStart"]).name in SCRIPTS
    assert service["Environment"].partition("=")[0] in NAMES
    assert service["Environment"].partition("=")[2].startswith(service["WorkingDirectory"])
    assert service["WorkingDirectory"] == f"/var/lib/{service['StateDirectory']}"
    assert set(unit) == {"DEFAULT", "Unit", "Service", "Install"}


def test_the_unit_gives_the_bot_time_to_stop_and_no_second_try_at_a_wrong_setting(
    unit: configparser.ConfigParser,
) -> None:
    assert unit["Service"]["KillSignal"] == "SIGTERM"
    assert int(unit["Service"]["TimeoutStopSec"]) > PATIENCE
    assert unit["Service"]["RestartPreventExitStatus"] == "2"


def steps() -> list[list[str]]:
    text = (ROOT / "deploy" / "Containerfile").read_text().replace("\\\n", " ")
    lines = [line.strip() for line in text.splitlines()]
    return [shlex.split(line) for line in lines if line and not line.startswith("#")]


def test_the_container_copies_what_there_is_and_all_that_a_build_needs() -> None:
    copied = {source for step in steps() if step[0] == "COPY" for source in step[1:-1]}
    assert all((ROOT / source).exists() for source in copied)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    packages = project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    assert {"pyproject.toml", project["project"]["readme"], *project["project"]["license-files"]} <= copied
    assert all(any(package == c or package.startswith(f"{c}/") for c in copied) for package in packages)


def test_the_container_runs_the_bot_and_looks_after_it() -> None:
    by_name = {step[0]: step[1:] for step in steps()}
    assert re.sub(r"\W", "", by_name["CMD"][0]).replace("newsqabot", "newsqa-bot") in SCRIPTS
    assert by_name["STOPSIGNAL"] == ["SIGTERM"]
    settings = dict(pair.split("=") for pair in by_name["ENV"])
    assert set(settings) <= NAMES
    assert f"127.0.0.1:{settings['NEWSQA_HEALTH_PORT']}/healthz" in " ".join(by_name["HEALTHCHECK"])
    assert by_name["USER"] != ["root"]


def test_the_proxy_passes_on_what_the_bot_listens_to() -> None:
    text = (ROOT / "deploy" / "Caddyfile").read_text()
    url, port = re.search(r"NEWSQA_WEBHOOK_URL=(\S+)", text), re.search(r"NEWSQA_WEBHOOK_PORT=(\d+)", text)
    assert url
    assert port
    settings = Settings.model_validate({"telegram_bot_token": "1:a", "newsqa_webhook_url": url[1]})
    assert f"handle {settings.webhook_path} " in text
    assert f"127.0.0.1:{port[1]}" in text
    assert settings.newsqa_webhook_port == int(port[1])


@pytest.mark.parametrize(
    ("url", "given", "path"),
    [
        ("https://a.example/telegram", "", "/telegram"),
        ("https://a.example", "", "/"),
        ("https://a.example/x/y/", "", "/x/y"),
        ("https://a.example/x", "hook", "/hook"),
        ("https://a.example/x", "/hook/", "/hook"),
    ],
)
def test_the_path_is_that_of_the_address_unless_another_is_given(url: str, given: str, path: str) -> None:
    settings = Settings.model_validate(
        {"telegram_bot_token": "1:a", "newsqa_webhook_url": url, "newsqa_webhook_path": given}
    )
    assert settings.webhook_path == path
