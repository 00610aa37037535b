"""The storage that a command line names."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from ..diagnostics.nearest import nearest
from .printable import printable
from .refused import Refused as Refused

if TYPE_CHECKING:
    from ffc.runtime.storage.store import Store

_Command = TypeVar("_Command", bound=Callable[..., Any])


def place_arguments(command: _Command) -> _Command:
    """The storage, and what it takes to reach it, of every verb."""
    command = click.option(
        "--option",
        "options",
        multiple=True,
        metavar="KEY=VALUE",
        help="An option of fsspec's for a URL, as endpoint_url=http://… for S3. Repeatable.",
    )(command)
    command = click.option("--workflow", metavar="NAME", help="Of this workflow only.")(command)
    return click.argument("place", metavar="PATH_OR_URL")(command)


def opened(place: str, options: tuple[str, ...]) -> Store:
    """The storage; `Refused` if it is none, or cannot be reached."""
    from ffc.runtime.storage.store import Store

    given = {}
    for option in options:
        key, equals, value = option.partition("=")
        if not equals:
            raise click.UsageError(f"--option {option}: write KEY=VALUE")
        try:
            given[key] = json.loads(value)
        except ValueError:
            given[key] = value
    store = Store(place, given)
    folder = getattr(store.place, "path", None)  # of a URL, no one can tell
    if folder is not None and not os.path.isdir(folder):
        raise Refused(f"there is no storage at {printable(place)}")
    return store


def chosen_workflows(store: Store, workflow: str | None) -> list[str]:
    """The workflow that is asked for, or all; `Refused` if it is not there."""
    try:
        workflows: list[str] = store.workflows()
    except OSError as error:
        raise Refused(f"cannot read {printable(store.path)}: {error}") from error
    if workflow is None:
        return workflows
    if workflow not in workflows:
        close = nearest(workflow, workflows)
        hint = "" if close is None else f"; did you mean {printable(close)}?"
        raise Refused(
            f"there is no workflow {printable(workflow)} in {printable(store.path)}{hint}"
        )
    return [workflow]
