"""Sources and outputs, as the command line and the projects name them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from ..cli.printable import printable
from .job import Job
from .project import BadProject, Project
from .reading import project_of
from .sources import sources_of

TEMPLATE = "driver.py.jinja"


class BadCall(Exception):
    """Sources and outputs that make no sense together."""


def planned(
    sources: tuple[str, ...],
    output: str | None = None,
    to_stdout: bool = False,
    kept: tuple[str, ...] = (),
    templates: str | None = None,
) -> tuple[Job, ...]:
    """The apps to compile: `sources`, or those of the project around the current folder.

    What is not said comes from the project that each source lies in. Raises `BadCall` and
    `BadProject`.
    """
    if to_stdout and output is not None:
        raise BadCall("--stdout and -o exclude each other")
    sources = sources or _all_sources()
    folder = Path(output) if output is not None and os.path.isdir(output) else None
    if output is not None and folder is None and len(sources) > 1:
        raise BadCall(f"-o {output} must be a folder, as there are several sources")
    if output is not None and folder is None and output.endswith("/"):
        raise BadCall(f"-o {output} is no folder")
    lookup = cache(project_of)
    made = []
    for source in sources:
        path = None if source == "-" else Path(source)
        around = Path(os.path.abspath("." if path is None else path.parent))
        name = "<stdin>" if path is None else source
        own = None if templates is None else Path(templates)
        job = Job(name, path, None, lookup(around), kept, own)
        _check_templates(job)
        made.append(job if to_stdout else job._replace(output=_output(job, output, folder)))
    _check_outputs(made)
    return tuple(made)


def whole_projects(sources: Sequence[str], jobs: tuple[Job, ...]) -> tuple[Project, ...]:
    """The projects all of whose apps are among the jobs."""
    return () if sources else tuple({job.project: None for job in jobs if job.project is not None})


def _all_sources() -> tuple[str, ...]:
    """The sources of the project around the current folder, seen from there."""
    project = project_of(Path.cwd())
    if project is None:
        raise BadCall("name a SOURCE, or list `sources` under [tool.ffc] in pyproject.toml")
    if not project.sources:
        file = os.path.relpath(project.file)
        raise BadProject(f"{file}: [tool.ffc] lists no `sources`; name a SOURCE, or list them")
    found = tuple(os.path.relpath(path) for path in sources_of(project))
    if not found:
        raise BadProject(f"{os.path.relpath(project.file)}: [tool.ffc] excludes all `sources`")
    return tuple(f"./{one}" if one == "-" else one for one in found)


def _output(job: Job, output: str | None, folder: Path | None) -> Path | None:
    """Where the driver goes. That of standard input is printed, unless a file is named."""
    if folder is not None:
        return folder / job.usual.name if job.usual is not None else None
    return Path(output) if output is not None else job.usual


def _check_templates(job: Job) -> None:
    """Templates in a file of another name would be passed by in silence."""
    if job.template_dir is None or (job.template_dir / TEMPLATE).is_file():
        return
    what = printable(f"there is no {TEMPLATE} in {os.path.relpath(job.template_dir)}")
    if job.templates is not None or job.project is None:
        raise BadCall(f"--template-dir: {what}")
    raise BadProject(f"{os.path.relpath(job.project.file)}: [tool.ffc] `template-dir`: {what}")


def _check_outputs(made: list[Job]) -> None:
    """Raises `BadCall` where a driver would take the place of an app or another driver."""
    taken = {os.path.realpath(job.path) for job in made if job.path is not None}
    for job in made:
        if job.output is None:
            continue
        real = os.path.realpath(job.output)
        if real in taken:
            raise BadCall(f"{job.output} would be written over")
        taken.add(real)
