"""The nodes that a workflow or step graph would run now, which queries look at."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...ir import Node, NodeKind
from ...ir.graph import reached, run_by
from ..machine import Machine
from ..reach import surely_reached
from ..values import FlowValue


def nodes_there(machine: Machine, flow: FlowValue) -> tuple[int, ...]:
    """The nodes of functions and classes that a run would reach now."""
    record = machine.record
    if record.flows[flow.flow].how is not None:
        found = _run_now(machine, flow)
    else:
        found = reached(_nodes(machine), record.leaves(flow.flow))
    return tuple(node for node in found if record.nodes[node].role is None)


def steps_there(machine: Machine, flow: FlowValue) -> tuple[int, ...]:
    """The steps, sources and resources that a run would need now."""
    nodes = machine.record.nodes
    return tuple(node for node in _run_now(machine, flow) if is_step(nodes[node]))


def _run_now(machine: Machine, flow: FlowValue) -> tuple[int, ...]:
    record = machine.record
    return run_by(record.flows[flow.flow], _nodes(machine), record.leaves(flow.flow))


def _nodes(machine: Machine) -> Sequence[Node]:
    """All nodes, with what variables among their arguments may hold."""
    record = machine.record
    return [record.with_held(node) for node in record.nodes] if record.held else record.nodes


def is_step(node: Node) -> bool:
    """Whether it makes the object of a step, source or resource."""
    return node.role is not None and node.kind is NodeKind.ACTOR


def is_open(machine: Machine, flow: FlowValue, pattern: str | None) -> bool:
    """Whether only the driver knows which nodes a run would reach, of those with such names."""
    record = machine.record
    if not record.held and not record.flow_held.get(flow.flow):
        return False
    sure = surely_reached(record, flow.flow)
    for node in nodes_there(machine, flow):
        if node in sure:
            continue
        name = record.names[node]
        if pattern is None or name is None or re.fullmatch(pattern, name):
            return True
    return False
