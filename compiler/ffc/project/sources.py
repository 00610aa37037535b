"""The apps of a project."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from ..cli.printable import printable
from .globs import is_glob, matches
from .header import is_driver, was_driver
from .project import BadProject, Project


def sources_of(project: Project) -> tuple[Path, ...]:
    """The files that `sources` names, in its order, each once; globs leave drivers out.

    Raises `BadProject` for a glob that matches nothing: it is misspelt, or should go.
    """
    folder = str(project.folder)
    out = {os.path.normpath(p) for pattern in project.excluded for p in matches(folder, pattern)}
    found: dict[str, None] = {}
    for pattern in project.sources:
        paths = [os.path.normpath(path) for path in _of(project, pattern)]
        if not paths:
            what = f"`sources`: {pattern} matches no file"
            raise BadProject(printable(f"{os.path.relpath(project.file)}: [tool.ffc] {what}"))
        found |= dict.fromkeys(path for path in paths if path not in out)
    outputs = {str(project.output_of(Path(path))) for path in found}
    return tuple(Path(p) for p in found if p not in outputs or not was_driver(p))


def _of(project: Project, pattern: str) -> Iterator[str]:
    folder = str(project.folder)
    if is_glob(pattern):
        for path in matches(folder, pattern):
            if _may_be_app(path) and not is_driver(path):
                yield path
        return
    path = os.path.join(folder, pattern)
    if os.path.isdir(path):
        what = f"`sources`: {pattern} is a folder; its apps are {pattern.rstrip('/')}/*.py"
        raise BadProject(printable(f"{os.path.relpath(project.file)}: [tool.ffc] {what}"))
    yield path  # one that is gone is said to be so, by its name, when it is read


def _may_be_app(path: str) -> bool:
    return path.endswith(".py") and not path.endswith("__init__.py") and os.path.isfile(path)
