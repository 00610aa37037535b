"""What waits for the nodes of a run, and what gets its results.

wait_for(*pending)
scores = ray.get([one, other])
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from ...ir import Flow, NodeKind, Program, Ref
from ...ir.schedule import Schedule
from ..graph_nodes import graph_how, graph_run
from ..name_table import NameTable
from ..pending import is_in
from ..run_values import unfetched


@dataclass(frozen=True)
class Results:
    """Writes how runs end.

    `uses` are the statements that use the value of each run, those of the runs that are `inlined`
    in their own lines; `listed` are the nodes of each run that go into `pending`, and `created`
    the statement that makes each node.
    """

    program: Program
    names: NameTable
    uses: Mapping[int, list[int]]
    inlined: Set[int]
    listed: Sequence[frozenset[int]]
    created: Mapping[int, int]

    def lines(self, schedule: Schedule) -> list[str]:
        """What must be over before the app goes on; results are fetched where they are used."""
        lines = []
        waits = self._waits(schedule)
        flow = self.program.flows[schedule.flow]
        if flow.how is not None and schedule.run not in self.uses:
            return [self._run_graph(schedule, flow)]
        if waits:
            lines.append(f"{self.names.own['wait_for']}({', '.join(waits)})")
        if schedule.stored is not None and schedule.run not in self.uses:
            lines.append(self._run_stored(schedule))
        if schedule.run in self.uses and schedule.run not in self.inlined:
            lines.append(f"{self.names.results[schedule.run]} = {self.value(schedule)}")
        return lines

    def _waits(self, schedule: Schedule) -> list[str]:
        """What is waited for; the list stands where its last node does that no block makes."""
        listed, within = self.listed[schedule.run], self.program.within
        at, last, found = within[schedule.statement], None, list[str]()
        for node in unfetched(self.program, schedule, self.uses):
            if node not in listed:
                found.append(self._result(schedule, node))
            elif is_in(at, within[self.created[node]]):
                last = len(found)
        if listed:
            found.insert(len(found) if last is None else last, f"*{self.names.own['pending']}")
        return found

    def _result(self, schedule: Schedule, node: int) -> str:
        """A ref that has the error of a node; that of an actor which nobody calls is Ray's own."""
        name = self.names.refs[schedule.run, node, schedule.by_node[node].returns.keys[0]]
        is_actor = self.program.nodes[node].kind is NodeKind.ACTOR
        return f"{name}.__ray_ready__.remote()" if is_actor else name

    def value(self, schedule: Schedule) -> str:
        flow = self.program.flows[schedule.flow]
        if flow.how is not None:
            return self._run_graph(schedule, flow)
        if len(flow.held) > len(flow.leaves):
            return self._get_written(schedule, flow)
        leaves = self.program.flows[schedule.flow].leaves
        refs = [self._leaf(schedule, ref) for ref in leaves]
        return self._got(schedule, refs[0] if len(refs) == 1 else f"[{', '.join(refs)}]")

    def _got(self, schedule: Schedule, wanted: str) -> str:
        """The value of a ref, or those of a list."""
        if schedule.stored is not None:
            return self._run_stored(schedule, wanted)
        return f"{self.names.own['ray']}.get({wanted})"

    def _run_stored(self, schedule: Schedule, *wanted: str) -> str:
        assert schedule.stored is not None
        limit = [] if schedule.limit is None else [f"limit={self.names.fill(schedule.limit)}"]
        resume = self.names.own["resume"]
        arguments = ", ".join([*wanted, *limit, f"resume={resume}"])
        return f"{self.names.fill(schedule.stored)}.run({arguments})"

    def _run_graph(self, schedule: Schedule, flow: Flow) -> str:
        """What runs a step graph, whose one leaf may be held by a variable."""
        leaf = [self._leaf(schedule, ref) for ref in flow.leaves]
        leaf += [self.names.fill(one, schedule.run) for one in flow.written if not leaf]
        how = graph_how(self.program, schedule, self.uses)
        assert how is not None
        return graph_run(how, leaf[0], self.names)

    def _get_written(self, schedule: Schedule, flow: Flow) -> str:
        """The results of leaves that variables hold: of one leaf its value, of several a list."""
        leaves = [self.names.fill(leaf, schedule.run) for leaf in flow.written]
        several = sum(not leaf.startswith("*") for leaf in leaves) > 1
        if several or (flow.count or 0) > 1:
            return self._got(schedule, leaves[0][1:] if flow.listed else f"[{', '.join(leaves)}]")
        if len(leaves) == 1 and not leaves[0].startswith("*"):
            return self._got(schedule, leaves[0])
        if schedule.stored is not None:
            return self._run_stored(schedule, *leaves)
        return f"{self.names.own['fetch']}({', '.join(leaves)})"

    def _leaf(self, schedule: Schedule, ref: Ref) -> str:
        return self.names.ref(schedule.run, ref)
