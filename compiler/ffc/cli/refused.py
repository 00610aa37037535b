"""What a verb says when it cannot do what it is asked for."""

from __future__ import annotations

from typing import Any

import click


class Refused(click.ClickException):
    """What cannot be done, said in a line; the exit code is 2."""

    exit_code = 2

    def show(self, file: Any = None) -> None:
        click.echo(f"ffc: {self.message}", err=True)
