"""A group of commands that are loaded when they are called."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click


class LazyGroup(click.Group):
    """Finds the command of each verb in a module of this package, under its name there.

    A module `compile` has `compile_command`, or `storage_group` if it is a group.
    """

    def __init__(self, *args: Any, verbs: Mapping[str, str], **options: Any) -> None:
        super().__init__(*args, **options)
        self._verbs = verbs

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(self._verbs)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self._verbs:
            return None
        module = import_module(f".{self._verbs[cmd_name]}", __package__)
        names = (f"{cmd_name}_command", f"{cmd_name}_group")
        command = next(getattr(module, name) for name in names if hasattr(module, name))
        assert isinstance(command, click.Command)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Ctrl-C ends with the code that shells give it, not with that of drift."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            click.echo(err=True)
            ctx.exit(130)
