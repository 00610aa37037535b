"""`set_storage`: from there on, the workflow's results are in a storage.

flow.set_storage(storage)      →      flow = StoredWorkflow(storage, "sums")
flow.run()                            node1 = flow.node(add, name="node1").remote(1, 1)
                                      flow.run()
"""

from __future__ import annotations

from collections.abc import Sequence

import libcst as cst

from ...diagnostics import staging as errors
from ...ir import (
    BlockKind,
    Effect,
    Fragment,
    HelperUse,
    NodeKind,
    Symbol,
    SymbolUse,
    join,
    text,
)
from ...ir.storages import FACTORY
from ..arguments import read
from ..frame import Frame
from ..keep import keep_value
from ..machine import Machine
from ..passed import Passed
from ..values import BROKEN, RESIDUAL, Evaluated, FlowValue, Known, Residual, Value, describe
from .there import nodes_there

_FOLDER = "workflow_data"  # as Ray called it


def set_storage(
    machine: Machine,
    flow: FlowValue,
    arguments: Sequence[Passed],
    node: cst.Call,
    frame: Frame,
) -> Value:
    """Binds the variable that makes the nodes of later runs, where the app sets the storage."""
    allowed = ("object_storage",)
    values = read(machine, node, arguments, "set_storage", allowed, required=allowed)
    if values is None:
        return BROKEN
    given = values["object_storage"]
    if not isinstance(given.value, Residual):
        what = "a known value" if isinstance(given.value, Known) else describe(given.value)
        reason = f"it takes what `storage_factory` gives, not {what}"
        return machine.refuse(errors.WrongCall(given.span, "set_storage", reason, allowed))
    between = machine.record.between_opening(flow.flow)
    if between is not None:
        where = "a loop" if between is BlockKind.LOOP else "a condition"
        return machine.refuse(
            errors.NotStaged(machine.span(node), where, "the storage of an outer workflow")
        )
    _attach(machine, flow.flow, _name(node), given.code, node, frame)
    return Known(None)


def store_beside(machine: Machine, flow: int, node: cst.Call, frame: Frame) -> None:
    """Ray has no workflows any more: the results of one are in a folder where the driver starts."""
    config = f'{{"kind": "file", "options": {{"path": "{_FOLDER}"}}}}'
    storage = join(HelperUse(FACTORY), text(f"({config})"))
    _attach(machine, flow, "workflow", storage, node, frame)


def _attach(
    machine: Machine, flow: int, name: str, storage: Fragment, node: cst.Call, frame: Frame
) -> None:
    """Binds the variable that makes the nodes of the workflow."""
    variable = Symbol(name, scope=-1_000 - machine.record.next_order())
    title = machine.record.flows[flow].name
    known = machine.record.flow_names[flow] if title is None else text(repr(title))
    made = join(
        *(HelperUse("StoredWorkflow"), text("("), storage, text(", "), known, text(")")),
    )
    keep_value(
        *(machine, frame, variable, Evaluated(RESIDUAL, made, machine.span(node)), Effect.ANY)
    )
    machine.record.stored[flow] = join(SymbolUse(variable))


def _name(node: cst.Call) -> str:
    """The variable of the app, which the driver has no other use for."""
    owner = node.func.value if isinstance(node.func, cst.Attribute) else None
    return owner.value if isinstance(owner, cst.Name) else "workflow"


def name_all(machine: Machine, flow: FlowValue) -> Value | None:
    """Gives nodes that have none the names under which their results are stored."""
    record = machine.record
    if flow.flow not in record.stored:
        return None
    for index in nodes_there(machine, flow):
        node = record.nodes[index]
        if node.kind is not NodeKind.TASK or index in record.name_code:
            continue
        if index in record.counted:
            return machine.refuse(
                errors.NeedsKnown(
                    node.span, "the number in the default name of a stored result", "a name"
                )
            )
        name = node.default_name
        record.rename(index, text(repr(name)), name, node.span, None)
    return None
