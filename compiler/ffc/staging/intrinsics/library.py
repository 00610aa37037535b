"""Calls of the workflow library's own names: making workflows."""

from __future__ import annotations

import libcst as cst

from ...diagnostics import staging as errors
from ...dialects import Meaning, meaning
from ...ir import Open, Option, Ref
from ..arguments import Passed, passed, read
from ..frame import Frame
from ..machine import Machine
from ..options import options
from ..values import (
    BROKEN,
    Broken,
    DialectValue,
    Evaluated,
    FlowValue,
    FunctionValue,
    ItemValue,
    Known,
    NodeValue,
    Value,
    describe,
    of_wiring,
)


def call(machine: Machine, callee: DialectValue, node: cst.Call, frame: Frame) -> Value:
    """A call of the name of a front end."""
    what = meaning(callee.name)
    if what in (Meaning.RAY_WORKFLOW, Meaning.LOCAL_WORKFLOW):
        return _workflow(machine, callee, node, frame, takes_init=what is Meaning.RAY_WORKFLOW)
    if what is Meaning.TASK:
        return _decorate(machine, callee, node, frame)
    return machine.refuse_unknown(callee, node.func)


def _decorate(machine: Machine, callee: DialectValue, node: cst.Call, frame: Frame) -> Value:
    """`f = task(g)`: the task decorator, applied by a call."""
    arguments = passed(machine, node, frame)
    what = describe(arguments[0].value.value) if arguments else "nothing"
    if arguments and isinstance(arguments[0].value.value, FunctionValue):
        what = "a function by a call"
    reason = f"it decorates `def` and `class` at the module's top level, not {what}"
    return machine.refuse(errors.WrongCall(machine.span(node), callee.name, reason, ()))


def _workflow(
    machine: Machine, callee: DialectValue, node: cst.Call, frame: Frame, takes_init: bool
) -> Value:
    arguments = passed(machine, node, frame)
    leaves = [argument for argument in arguments if argument.keyword is None]
    rest = [argument for argument in arguments if argument.keyword is not None]
    name = callee.name.rsplit(".", 1)[-1]
    allowed = ("workflow_name", "ray_init_args") if takes_init else ("workflow_name",)
    values = read(machine, node, rest, name, allowed, required=("workflow_name",))
    refs = _leaves(machine, node, leaves, name)
    if values is None or refs is None:
        return BROKEN
    init = _init(machine, values.get("ray_init_args"))
    if init is None:
        return BROKEN
    title = values["workflow_name"].value
    if isinstance(title, Known) and not isinstance(title.value, str):
        place = values["workflow_name"].span
        return machine.refuse(errors.WrongCall(place, name, "`workflow_name` is text", allowed))
    known = title.value if isinstance(title, Known) and isinstance(title.value, str) else None
    flow = machine.record.add_flow(known, refs, init, takes_init, machine.span(node))
    machine.record.statements.append(Open(flow))
    return FlowValue(flow)


def _leaves(
    machine: Machine, node: cst.Call, leaves: list[Passed], name: str
) -> tuple[Ref, ...] | None:
    refs: list[Ref] = []
    broken = False
    for leaf in leaves:
        value = leaf.value.value
        if leaf.star:
            wanted = "a list of nodes"
            machine.refuse(
                errors.NeedsKnown(leaf.value.span, "what stands behind the star", wanted)
            )
            broken = True
        elif isinstance(value, NodeValue):
            refs.append(Ref(value.node))
        elif isinstance(value, ItemValue):
            refs.append(value.ref)
        else:
            broken = True
            if not isinstance(value, Broken):
                what = "a known value" if isinstance(value, Known) else describe(value)
                machine.refuse(errors.BadLeaf(machine.span(leaf.node), what, of_wiring(value)))
    if not leaves:
        machine.refuse(
            errors.WrongCall(machine.span(node), name, "it has no leaf: nothing would run", ())
        )
    return None if broken or not leaves else tuple(refs)


def _init(machine: Machine, given: Evaluated | None) -> tuple[Option, ...] | None:
    if given is None or given.value == Known(None):
        return ()
    found = options(given)
    if found is None:
        machine.refuse(
            errors.NeedsKnown(given.span, "`ray_init_args`", "a dict whose keys are text")
        )
    return found
