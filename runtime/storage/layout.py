"""Where in a storage the results of a workflow are, and what a file there is."""

from __future__ import annotations

import json
from typing import Any

from .file_names import candidates, escaped, file_for, folded
from .reasons import words
from .results import record_in

NAME = ".name"  # what a workflow is called whose folder cannot be


def folders_of(place: Any, workflow: str) -> list[str]:
    """The folders of a workflow that are there, best first."""
    there = set(place.folders())
    return [folder for folder in candidates(workflow) if folder in there]


def made_folder(place: Any, workflow: str) -> str:
    """The folder to write a workflow's results to."""
    folder = file_for(workflow, {folded(one): one for one in place.folders()})
    place.make(folder)
    if folder == escaped(workflow) and NAME not in place.files(folder):
        place.write(folder, NAME, [json.dumps(workflow).encode()])
    return folder


def workflow_in(place: Any, folder: str) -> str:
    """The name of the workflow that has a folder."""
    if folder[0] == "~":
        try:
            name = json.loads(place.read(folder, NAME))
        except (OSError, ValueError):
            return folder
        if isinstance(name, str) and escaped(name) == folder:
            return name
    return folder


def look(place: Any, folder: str, file: str, size: int = 0) -> Any:
    """The record of a file, None if it has none, or what is wrong."""
    try:
        with place.opened(folder, file, size) as (size, read):
            record = record_in(size, read)
    except FileNotFoundError:
        return "missing"
    except OSError as error:
        return f"cannot be read: {words(error)}"
    if isinstance(record, dict) and file not in candidates(record["node"]):
        return f"foreign: it is the result of {record['node']!r}"
    return record
