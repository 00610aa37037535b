"""The lines that submit one node.

points, labels = load.options(name="data", num_returns=2).remote("a")
"""

from __future__ import annotations

from dataclasses import dataclass

from ..ir import Argument, Node, NodeKind, Program
from ..ir.schedule import Returning, Schedule, Submission
from .name_table import NameTable
from .wrappers import task_name


@dataclass(frozen=True)
class Submitter:
    """Writes the submissions of one run; `used` are the refs that the driver names again."""

    program: Program
    schedule: Schedule
    names: NameTable
    used: frozenset[str]

    def lines(self, submission: Submission) -> list[str]:
        """The line that submits the node, then those that pick items of its result."""
        node = self.program.nodes[submission.node]
        call = f"{self._callee(node, submission)}.remote({self._arguments(submission)})"
        if self.schedule.limit is not None and node.kind is not NodeKind.ACTOR:
            call = f"{self.names.own['in_flight']}.add({call})"
        targets = self._targets(submission)
        line = f"{', '.join(targets)} = {call}" if targets else call
        comments = [*node.comments.above]
        behind = f"  {node.comments.behind}" if node.comments.behind else ""
        return [*comments, line + behind, *self._items(submission)]

    def _targets(self, submission: Submission) -> list[str]:
        refs = self.names.refs
        run, node, returns = self.schedule.run, submission.node, submission.returns
        if returns.how is Returning.ITEM_TASKS:
            return [refs[run, node, None]]
        names = [refs[run, node, key] for key in returns.keys]
        if not self.used.intersection(names):
            return []
        return [name if name in self.used else "_" for name in names]

    def _items(self, submission: Submission) -> list[str]:
        if submission.returns.how is not Returning.ITEM_TASKS:
            return []
        refs, item = self.names.refs, self.names.own["item"]
        whole = refs[self.schedule.run, submission.node, None]
        return [
            f"{refs[self.schedule.run, submission.node, key]} = {item}.remote({whole}, {key})"
            for key in submission.returns.keys
            if key is not None
        ]

    def _callee(self, node: Node, submission: Submission) -> str:
        if node.method is not None and node.actor is not None:
            actor = self.names.refs[self.schedule.run, node.actor, None]
            callee = f"{actor}.{node.method}"
        else:
            callee = task_name(self.program, self.names, submission)
        options = self._options(node, submission)
        return f"{callee}.options({', '.join(options)})" if options else callee

    def _options(self, node: Node, submission: Submission) -> list[str]:
        written = {o.name: self.names.fill(o.value) for o in submission.options}
        found = []
        if (
            submission.name is not None
            and "name" not in written
            # The name of an actor is that of a service, which other drivers could find.
            and node.kind is not NodeKind.ACTOR
        ):
            found.append(f"name={self.names.fill(submission.name)}")
        if submission.returns.how is Returning.NATIVE:
            found.append(f"num_returns={len(submission.returns.keys)}")
        return found + [f"{name}={value}" for name, value in written.items()]

    def _arguments(self, submission: Submission) -> str:
        written = ", ".join(self._argument(a) for a in submission.arguments)
        if any(argument.nested for argument in submission.arguments):
            return f"*{self.names.own['pack']}({written})"
        return written

    def _argument(self, argument: Argument) -> str:
        return argument.prefix + self.names.fill(argument.value, self.schedule.run)
