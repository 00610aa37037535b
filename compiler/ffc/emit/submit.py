"""The lines that submit one node.

points, labels = load.options(name="data", num_returns=2).remote("a")
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..ir import NO_CODE, Argument, Fragment, Node, NodeKind, Option, Program
from ..ir.literal import literal
from ..ir.schedule import Returning, Schedule, Submission
from .graph_nodes import GraphNode, graph_call
from .name_table import NameTable
from .option_tables import Lookup, as_dict
from .own_process import environment
from .prepared import label, method_name, passed
from .queries import grouped, is_named
from .wrappers import task_name
from .wrapping import calls_function, wrapper_of


@dataclass(frozen=True)
class Submitter:
    """Writes the submissions of one run; `used` are the refs that the driver names again.

    Those of the nodes that are `listed` go into the list of what is waited for; the options of
    those in `lookups` are in tables, with these names.
    """

    program: Program
    schedule: Schedule
    names: NameTable
    used: frozenset[str]
    listed: frozenset[int] = frozenset()
    unnamed: frozenset[int] = frozenset()
    lookups: Mapping[int, tuple[str, Lookup]] = field(default_factory=dict)

    def lines(self, submission: Submission) -> list[str]:
        """The line that submits the node, then those that pick items of its result."""
        node = self.program.nodes[submission.node]
        call = self._call(node, submission)
        limited = self.schedule.limit is not None and self.schedule.stored is None
        if limited and node.kind is not NodeKind.ACTOR:
            call = f"{self.names.own['in_flight']}.add({call})"
        targets = self._targets(submission)
        after: list[str] = []
        if submission.node in self.listed:
            pending = self.names.own["pending"]
            first = next((name for name in targets if name != "_"), "".join(targets[:1]))
            after = [f"{pending}.append({first})"] if targets else []
            call = call if targets else f"{pending}.append({call})"
        line = f"{', '.join(targets)} = {call}" if targets else call
        comments = [*node.comments.above]
        behind = f"  {node.comments.behind}" if node.comments.behind else ""
        looked_up = self._looked_up(submission)
        return [*comments, *looked_up, line + behind, *self._items(submission), *after]

    def _looked_up(self, submission: Submission) -> list[str]:
        """The line that takes the options out of their table, if they are in one."""
        if submission.node not in self.lookups or submission.name is None:
            return []
        table, lookup = self.lookups[submission.node]
        default = as_dict(self._written(submission, lookup.default).items())
        code = f"{table}.get({self.names.fill(submission.name)}, {default})"
        return [f"{self.names.own['node_options']} = {code}"]

    def _call(self, node: Node, submission: Submission) -> str:
        if node.role is not None:
            return graph_call(self._of_graph(node, submission))
        return f"{self._callee(node, submission)}.remote({self._arguments(submission)})"

    def _of_graph(self, node: Node, submission: Submission) -> GraphNode:
        return GraphNode(
            node=node,
            names=self.names,
            owner=self._owner(node) if node.actor is not None else "",
            maker=self._maker(node, submission) if node.settings is not None else "",
            arguments=tuple((a, self._argument(a)) for a in self._passed(node, submission)),
            setup=tuple(passed(self.program, submission, self.names)),
            stored=self.names.fill(self.schedule.stored) if self.schedule.stored else "",
        )

    def _passed(self, node: Node, submission: Submission) -> tuple[Argument, ...]:
        """The arguments of a node of a step graph; a wrapper names the function that it calls."""
        is_wrapped = submission.setups and calls_function(node.maker or NO_CODE)
        return submission.arguments[1:] if is_wrapped else submission.arguments

    def _owner(self, node: Node) -> str:
        """The variable of the actor whose method is called, or what makes a step in its place."""
        assert node.actor is not None
        if node.owner is not None:
            return self.names.fill(node.owner, self.schedule.run)
        if node.actor in self.unnamed:
            made = self.schedule.by_node[node.actor]
            return self._call(self.program.nodes[node.actor], made)
        return self.names.refs[self.schedule.run, node.actor, None]

    def _maker(self, node: Node, submission: Submission) -> str:
        """The class of a step's actors, with their options."""
        if node.maker is None or submission.setups:
            maker = task_name(self.program, self.names, submission)
        else:
            maker = f"{self.names.own['ray']}.remote({self.names.fill(node.maker)})"
        options = ", ".join(self._options(node, submission))
        return f"{maker}.options({options})" if options else maker

    def _targets(self, submission: Submission) -> list[str]:
        refs = self.names.refs
        run, node, returns = self.schedule.run, submission.node, submission.returns
        if returns.how is Returning.ITEM_TASKS:
            return [refs[run, node, None]]
        names = [refs.get((run, node, key), "_") for key in returns.keys]
        if not self.used.intersection(names):
            return []
        return [name if name in self.used else "_" for name in names]

    def _items(self, submission: Submission) -> list[str]:
        if submission.returns.how is not Returning.ITEM_TASKS:
            return []
        refs = self.names.refs
        whole = refs[self.schedule.run, submission.node, None]
        return [
            f"{refs[self.schedule.run, submission.node, key]} = {self._item(whole, key)}"
            for key in submission.returns.keys
            if key is not None
        ]

    def _item(self, whole: str, key: str) -> str:
        if self.schedule.stored is not None:
            return f"{whole}[{key}]"
        return f"{self.names.own['item']}.remote({whole}, {key})"

    def _callee(self, node: Node, submission: Submission) -> str:
        if node.method is not None and node.actor is not None:
            callee = f"{self._owner(node)}.{method_name(self.program, submission)}"
        else:
            callee = task_name(self.program, self.names, submission)
        options = self._options(node, submission)
        if self.schedule.stored is not None and node.method is None:
            stored = self.names.fill(self.schedule.stored)
            return f"{stored}.node({', '.join([callee, *options])})"
        return f"{callee}.options({', '.join(options)})" if options else callee

    def _options(self, node: Node, submission: Submission) -> list[str]:
        written = self._written(submission, submission.options)
        found = []
        # The name of an actor is that of a service, which other drivers could find.
        is_actor = node.kind is NodeKind.ACTOR
        named = submission.name is not None and "name" not in written and not is_actor
        is_in_table = submission.node in self.lookups
        is_written = is_in_table or not submission.queries
        if named and submission.name is not None and is_written:
            found.append(f"name={self.names.fill(submission.name)}")
        if submission.returns.how is Returning.NATIVE:
            found.append(f"num_returns={len(submission.returns.keys)}")
        options = [f"{name}={value}" for name, value in written.items()]
        if is_in_table:
            return [*found, f"**{self.names.own['node_options']}"]
        if not submission.queries:
            return [*found, *options]
        return [*found, f"**{self._queried(node, submission, options)}"]

    def _queried(self, node: Node, submission: Submission, options: list[str]) -> str:
        """The options, looked up by the name: the last query that matches counts."""
        name = literal(node.default_name) or ""
        if submission.name is not None:
            name = self.names.fill(submission.name)
        groups = grouped(submission.queries)
        for number, group in enumerate(groups, 1):
            helper = "named" if number == len(groups) and is_named(node, submission) else "matching"
            queries = ", ".join(self._query(submission, *query) for query in group)
            arguments = ", ".join([name, "{" + queries + "}", *options])
            options = [f"**{self.names.own[helper]}({arguments})"]
        return options[0].removeprefix("**")

    def _query(self, submission: Submission, pattern: Fragment, options: tuple[Option, ...]) -> str:
        written = self._written(submission, options)
        return f"{self.names.fill(pattern)}: {as_dict(written.items())}"

    def _written(self, submission: Submission, options: tuple[Option, ...]) -> dict[str, str]:
        found = {option.name: self.names.fill(option.value) for option in options}
        is_task = self.program.nodes[submission.node].kind is NodeKind.TASK
        if "runtime_env" in found and submission.setups and is_task:
            calls = label(wrapper_of(self.program, submission), self.names)
            found["runtime_env"] = environment(calls, found["runtime_env"])
        return found

    def _arguments(self, submission: Submission) -> str:
        first = passed(self.program, submission, self.names)
        written = [self._argument(a) for a in submission.arguments]
        if any(argument.nested for argument in submission.arguments):
            written = [f"*{self.names.own['pack']}({', '.join(written)})"]
        return ", ".join([*first, *written])

    def _argument(self, argument: Argument) -> str:
        value = self.names.fill(argument.value, self.schedule.run)
        is_number = value.startswith("(-") and value[2:-1].replace(".", "").isdigit()
        return argument.prefix + (value[1:-1] if is_number else value)
