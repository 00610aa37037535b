"""Are the drivers what the sources give?"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import NamedTuple

from ..cli.printable import printable, word
from ..seen import digest
from .extras import extra_drivers
from .job import Job
from .project import Project

MISSING, CHANGED, EXTRA, UNREADABLE = "MISSING", "CHANGED", "EXTRA", "UNREADABLE"


class Finding(NamedTuple):
    """A driver that is not as it should be: why, and the command that mends it, if one does."""

    state: str
    driver: str
    message: str
    command: str = ""


def findings(
    jobs: tuple[Job, ...], expected: Callable[[Job], str | None], whole: Iterable[Project]
) -> tuple[Finding, ...]:
    """What is wrong with the drivers of `jobs`, and with those beside them that nobody makes.

    `expected` gives the digest that a driver should have, None where the app has errors. `whole`
    are the projects of which all apps are among the jobs.
    """
    wanted = ((job, expected(job)) for job in jobs)
    compared = [_compared(job, known) for job, known in wanted if known is not None]
    found = [finding for finding in compared if finding is not None]
    for path, source in extra_drivers(jobs, whole):
        shown = os.path.relpath(path)
        gone = f"its source {printable(source)} is gone"
        found.append(Finding(EXTRA, printable(shown), gone, f"rm {word(shown)}"))
    return tuple(found)


def _compared(job: Job, wanted: str) -> Finding | None:
    """What is the matter with a driver that should have that digest."""
    assert job.output is not None
    driver, source = printable(str(job.output)), printable(job.name)
    try:
        if digest(job.output.read_bytes()) == wanted:
            return None
    except FileNotFoundError:
        return Finding(MISSING, driver, f"{source} has no driver", job.command)
    except OSError as error:
        return Finding(UNREADABLE, driver, error.strerror or str(error))
    return Finding(CHANGED, driver, f"it is not what {source} gives", job.command)


def up_to_date(number: int) -> str:
    """The line for when there is nothing to do."""
    return "1 driver is up to date" if number == 1 else f"{number} drivers are up to date"
