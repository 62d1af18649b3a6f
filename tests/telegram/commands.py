"""The command line on an archive that a bot has open, in another process than the bot's: that of the tests."""

from __future__ import annotations

from click.testing import CliRunner
from process import BotProcess

from newsqa.cli import main


def newsqa(bot: BotProcess, *arguments: str) -> str:
    """Run a command on the archive of a bot; return what it prints."""
    done = CliRunner().invoke(main, ["--db", bot.environment["NEWSQA_DATABASE"], *arguments], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.stdout
