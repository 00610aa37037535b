"""What a query of a step graph looks at: all that a run of a source or bound step needs.

out.query("Numbers").set_plugin(seeds)       as of a workflow whose one leaf is `out`
"""

from __future__ import annotations

from ...ir import Flow, GraphRun, Ref
from ..machine import Machine
from ..values import FlowValue, NodeValue

MEMBERS = ("query", "set_plugin")


def graph_of(machine: Machine, leaf: NodeValue) -> FlowValue:
    """The graph as something to query; nothing opens or runs it."""
    flow = Flow(
        id=len(machine.record.flows),
        name=None,
        leaves=(Ref(leaf.node),),
        init=(),
        takes_init=False,
        span=machine.record.nodes[leaf.node].span,
        count=1,
        how=GraphRun.WAIT,
    )
    return FlowValue(machine.record.add_flow(flow, []))
