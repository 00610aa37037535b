"""`ffc storage`: what drivers have stored, for a person."""

from __future__ import annotations

import click

from .storage_ls import ls_command
from .storage_rm import rm_command
from .storage_show import show_command


@click.group("storage")
def storage_group() -> None:
    """List, show and remove stored results."""


storage_group.add_command(ls_command)
storage_group.add_command(show_command)
storage_group.add_command(rm_command)
