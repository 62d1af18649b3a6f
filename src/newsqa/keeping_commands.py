"""The commands that keep an archive whole, and how every command opens it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from newsqa.newsroom import Newsroom


def opened(context: click.Context, path: Path | None = None) -> Newsroom:
    """Return the archive that a command is about, or the one at `path`; it is closed when the command ends.

    Where older rules have read it, that is said.
    """
    from newsqa.newsroom import Newsroom  # noqa: PLC0415  not for --help

    newsroom = Newsroom.open(path or context.obj)
    context.call_on_close(newsroom.close)
    if context.info_name != "reindex" and (behind := newsroom.outdated()):
        click.echo(f"{behind} articles were read by older rules; newsqa reindex reads them anew", err=True)
    return newsroom


@click.command()
@click.pass_context
def verify(context: click.Context) -> None:
    """Check that every letter and every page of the archive is what was stored."""
    problems = opened(context).verify()
    for problem in problems:
        click.echo(problem)
    if problems:
        raise click.ClickException(f"{len(problems)} problems; restore a backup")
    click.echo("the archive is whole")


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.pass_context
def backup(context: click.Context, file: Path) -> None:
    """Copy the archive to FILE, even while it is in use."""
    opened(context).backup(file)
    click.echo(f"{file} is a whole copy")


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option("--yes", is_flag=True, help="Do not ask: what is in the archive now is replaced.")
@click.pass_context
def restore(context: click.Context, file: Path, yes: bool) -> None:
    """Put the copy in FILE in the archive's place, even while it is in use."""
    from newsqa.newsroom import Newsroom  # noqa: PLC0415

    if not yes:
        click.confirm(f"Replace what is in {context.obj} by {file}?", abort=True)
    Newsroom.restore(context.obj, file)
    click.echo(f"{context.obj} is what {file} was")
