"""`ffc completion`, and what the command line completes."""

from __future__ import annotations

import glob
import os
from collections.abc import Callable
from typing import Any, TypeVar

import click
from click.shell_completion import CompletionItem, get_completion_class

_Command = TypeVar("_Command", bound=Callable[..., Any])
_SHELLS = ("bash", "fish", "zsh")


@click.command("completion")
@click.argument("shell", type=click.Choice(_SHELLS))
@click.pass_context
def completion_command(ctx: click.Context, shell: str) -> None:
    """Print the script that makes SHELL complete verbs, options and files of ffc.

    \b
    bash, in ~/.bashrc:    eval "$(ffc completion bash)"
    zsh, in ~/.zshrc:      eval "$(ffc completion zsh)"
    fish, in config.fish:  ffc completion fish | source
    """
    kind = get_completion_class(shell)
    assert kind is not None
    click.echo(kind(ctx.find_root().command, {}, "ffc", "_FFC_COMPLETE").source())


def sources_argument(command: _Command) -> _Command:
    """Any number of apps; those of the project where there is none."""
    return click.argument("sources", nargs=-1, metavar="[SOURCE]...", shell_complete=python_files)(
        command
    )


def python_files(
    ctx: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Folders and `*.py` that begin so, but for drivers."""
    found = sorted(glob.glob(f"{glob.escape(incomplete)}*"))
    folders = [CompletionItem(f"{path}/") for path in found if os.path.isdir(path)]
    files = (path for path in found if path.endswith(".py") and os.path.isfile(path))
    return [*folders, *(CompletionItem(one) for one in files if not one.endswith("_driver.py"))]


def diagnostic_codes(
    ctx: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """The codes that begin so, with what they are about."""
    from ..diagnostics.catalog import catalog

    found = [one for one in catalog() if one.code.startswith(incomplete.upper())]
    return [CompletionItem(one.code, help=(one.__doc__ or "").partition("\n")[0]) for one in found]
