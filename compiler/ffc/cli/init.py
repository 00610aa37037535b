"""`ffc init`."""

from __future__ import annotations

from pathlib import Path

import click

from ..project.project import BadProject
from .printable import printable
from .refused import Refused

_NEXT = """\
now, in {folder}:
    ffc run --local {app}    runs the app here, without Ray
    ffc compile                      writes its driver
    ffc check                        says whether that is up to date"""


@click.command("init")
@click.argument("folder", default=".", type=click.Path(file_okay=True))
def init_command(folder: str) -> None:
    """Write a first app and its configuration into FOLDER (default: the current one).

    What is there already stays.
    """
    from ..project.beginning import APP, begin

    try:
        for name, what in begin(Path(folder)):
            click.echo(f"{printable(name)}: {what}")
    except BadProject as error:
        raise Refused(str(error)) from error
    except OSError as error:
        where = printable(str(error.filename or folder))
        raise Refused(f"cannot write {where}: {error.strerror}") from error
    except ValueError as error:  # a name with a NUL in it
        raise Refused(f"cannot write {printable(folder)}: {error}") from error
    click.echo(_NEXT.format(folder=printable(folder), app=APP))
