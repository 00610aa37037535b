"""The line that says what was made of an app."""

from __future__ import annotations

from .printable import printable
from .source import Job


def summary(job: Job, what: str, change: str) -> str:
    """`app.py: sums: 2 nodes, 1 edge -> app_driver.py (created)`."""
    output = "standard output" if job.output is None else str(job.output)
    return f"{printable(job.name)}: {what} -> {printable(output)} ({change})"
