"""The line that says what was made of an app."""

from __future__ import annotations

from ..ir import Program
from .printable import printable
from .source import Job


def summary(job: Job, program: Program, change: str) -> str:
    """`app.py: sums: 2 nodes, 1 edge -> app_driver.py (created)`."""
    names = dict.fromkeys(program.flows[s.flow].name or "workflow" for s in program.schedules)
    nodes = sum(len(schedule.submissions) for schedule in program.schedules)
    edges = sum(
        len(program.nodes[submission.node].parents)
        for schedule in program.schedules
        for submission in schedule.submissions
    )
    what = f"{', '.join(names)}: {_count(nodes, 'node')}, {_count(edges, 'edge')}"
    output = "standard output" if job.output is None else str(job.output)
    return f"{printable(job.name)}: {what} -> {printable(output)} ({change})"


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
