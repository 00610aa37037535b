"""The line that says what was made of an app."""

from __future__ import annotations

from ..ir import Node, Program, Role
from .printable import printable
from .source import Job


def summary(job: Job, what: str, change: str) -> str:
    """`app.py: sums: 2 nodes, 1 edge -> app_driver.py (created)`."""
    output = "standard output" if job.output is None else str(job.output)
    return f"{printable(job.name)}: {what} -> {printable(output)} ({change})"


def what_is_in(program: Program) -> str:
    """`sums: 2 nodes, 1 edge`."""
    if not program.schedules:
        return "no workflow"  # it reads a storage
    flows = (program.flows[schedule.flow] for schedule in program.schedules)
    names = dict.fromkeys(f.name or ("graph" if f.how else "workflow") for f in flows)
    made = [program.nodes[one.node] for s in program.schedules for one in s.submissions]
    nodes = sum(node.role not in (Role.STREAM, Role.NOTES) for node in made)
    edges = sum(map(_edges, made))
    return f"{', '.join(names)}: {_count(nodes, 'node')}, {_count(edges, 'edge')}"


def _edges(node: Node) -> int:
    """What comes into a node; a step that is bound is the same node."""
    if node.role is Role.NOTES:
        return 0
    return len(node.inputs if node.role is Role.STREAM else node.parents)


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
