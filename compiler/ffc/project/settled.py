"""`ffc check` with nothing to do, as it is before most commits: it needs not even click.

What is looked at is what the command looks at. Where that finds anything but that all is well, or
would have to compile, the command is called, as if this had not been tried.
"""

from __future__ import annotations

from .checking import findings, up_to_date
from .job import Job
from .planning import BadCall, planned, whole_projects
from .project import BadProject
from .records import recalled


class _Unsettled(Exception):
    """Only the command can tell."""


def settled(arguments: list[str]) -> str | None:
    """What `ffc` has to say with these arguments, if that is that all drivers are up to date."""
    if arguments[:1] != ["check"] or any(one.startswith("-") for one in arguments):
        return None
    try:
        jobs = planned(tuple(arguments[1:]))
        wrong = findings(jobs, _expected, whole_projects(arguments[1:], jobs))
    except (_Unsettled, BadCall, BadProject, OSError, ValueError):
        return None
    return None if wrong else up_to_date(len(jobs))


def _expected(job: Job) -> str:
    record = recalled(job)
    if record is None:
        raise _Unsettled
    return record.driver
