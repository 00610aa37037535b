"""Whether Ray takes the options that nodes get."""

from __future__ import annotations

from typing import Literal

from ..diagnostics import Sink
from ..ir import Configure, NodeKind, Option, Program
from ..ray_options import check_node_options, check_resources
from ..slicing.roots import starting_flow

_KINDS: dict[NodeKind, Literal["task", "actor", "method"]] = {
    NodeKind.TASK: "task",
    NodeKind.ACTOR: "actor",
    NodeKind.CALL: "method",
}


def node_options(program: Program, sink: Sink) -> None:
    given = _given_resources(program)
    for statement in program.statements:
        if not isinstance(statement, Configure):
            continue
        kinds = {program.nodes[node].kind for node in statement.nodes}
        maybe = {program.nodes[node].kind for node in statement.maybe}
        if not any(statement.pattern.symbols) or len(maybe) == 1:
            kinds |= maybe  # a pattern that only the driver knows is meant for some of them
        for kind in NodeKind:  # a set has no order of its own
            if kind in kinds:
                check_node_options(statement.options, _KINDS[kind], sink)
        if given is not None and statement.nodes:
            check_resources(statement.options, given, sink)


def _given_resources(program: Program) -> frozenset[str] | None:
    """The custom resources of a Ray of the app's own, None where it joins a cluster."""
    flow = starting_flow(program)
    options: dict[str, Option] = {o.name: o for o in (flow.init if flow else ())}
    if "address" in options and options["address"].known not in (None, "local"):
        return None
    resources = options.get("resources")
    if resources is None:
        return frozenset()
    if not isinstance(resources.known, dict):
        return None
    return frozenset(str(name) for name in resources.known)
