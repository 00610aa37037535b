"""Calls of the workflow library's own names: making workflows."""

from __future__ import annotations

from collections.abc import Sequence

import libcst as cst

from ...diagnostics import staging as errors
from ...dialects import Meaning, meaning
from ...ir import Flow, Fragment, Open, Option, Ref, Symbol, join
from ..arguments import read
from ..definitions import describe_definition
from ..effects import effect_of
from ..frame import Frame
from ..graphs.calling import called
from ..graphs.run import run
from ..keep import keep_once
from ..machine import Machine
from ..options import options
from ..passed import Passed
from ..values import (
    BROKEN,
    Broken,
    DialectValue,
    Evaluated,
    FlowValue,
    FunctionValue,
    ItemValue,
    Known,
    ManyValue,
    NodeValue,
    RefValue,
    TaskValue,
    Value,
    describe,
    held_in,
    of_wiring,
)
from . import plugins
from .storing import store_beside


def call(
    machine: Machine,
    callee: DialectValue,
    arguments: Sequence[Passed],
    node: cst.Call,
    frame: Frame,
) -> Value:
    """A call of the name of a front end."""
    what = meaning(callee.name)
    if what in (Meaning.RAY_WORKFLOW, Meaning.STORED_WORKFLOW, Meaning.LOCAL_WORKFLOW):
        return _workflow(machine, callee, arguments, node, frame)
    if what in (Meaning.RUN, Meaning.RUN_ASYNC):
        return run(machine, what, arguments, node, frame)
    if what in (Meaning.INITIALIZER, Meaning.RANDOM_STATE, Meaning.COLLECTION):
        return plugins.make(machine, what, arguments, node, frame)
    if what is Meaning.INIT:
        return Known(None)  # the driver starts Ray itself
    if what is Meaning.OPTIONS:
        short = callee.name.rpartition(".")[2]
        reason = f"it is written above a class or function, as in `@gb.{short}`"
        return machine.refuse(errors.WrongCall(machine.span(node), short, reason, ()))
    if what is Meaning.REMOTE:
        return called(machine, arguments, node)
    if what is Meaning.TASK:
        return _decorate(machine, callee, arguments, node)
    return machine.refuse_unknown(callee, node.func)


def _decorate(
    machine: Machine, callee: DialectValue, arguments: Sequence[Passed], node: cst.Call
) -> Value:
    """`f = task(g)`: the task decorator, applied by a call."""
    given = arguments[0].value if len(arguments) == 1 else None
    if given is not None and isinstance(given.value, FunctionValue):
        return _made(
            machine, given.value, given.code, machine.hint if id(node) == machine.hinted else ""
        )
    what = describe(arguments[0].value.value) if arguments else "nothing"
    reason = f"it makes tasks of functions and classes of the app, not of {what}"
    return machine.refuse(errors.WrongCall(machine.span(node), callee.name, reason, ()))


def _made(machine: Machine, function: FunctionValue, code: Fragment, hint: str) -> Value:
    tree, home = machine.trees[function.definition], machine.homes[function.definition]
    wanted = hint or f"{function.definition.name.strip('<>')}_task"
    symbol = Symbol(wanted, home.scope, 1_000 + machine.record.next_order())
    machine.trees[symbol], machine.homes[symbol] = tree, home
    machine.made[symbol] = code
    own = "<lambda>" if isinstance(tree, cst.Lambda) else function.definition.name
    machine.qualnames[symbol] = machine.qualnames.get(function.definition, f"{home.qualname}{own}")
    machine.record.definitions.append(describe_definition(machine, symbol))
    return TaskValue(symbol)


def _workflow(
    machine: Machine,
    callee: DialectValue,
    arguments: Sequence[Passed],
    node: cst.Call,
    frame: Frame,
) -> Value:
    takes_init = meaning(callee.name) is not Meaning.LOCAL_WORKFLOW
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
    name_code = None if known is not None else _title(machine, rest, frame)
    written = machine.arguments.get(id(node), ())
    flow = machine.record.add_flow(
        Flow(
            id=len(machine.record.flows),
            name=known,
            leaves=refs,
            init=init,
            takes_init=takes_init,
            span=machine.span(node),
            written=tuple(join(a.prefix, a.value) for a in written if a.keyword is None),
            listed=sum(a.listed for a in written) == sum(a.keyword is None for a in written) == 1,
        ),
        [nodes for leaf in leaves for nodes in held_in(leaf.value.value)],
    )
    if name_code is not None:
        machine.record.flow_names[flow] = name_code
    machine.record.add(Open(flow))
    if meaning(callee.name) is Meaning.STORED_WORKFLOW:
        store_beside(machine, flow, node, frame)
    return FlowValue(flow)


def _title(machine: Machine, arguments: Sequence[Passed], frame: Frame) -> Fragment:
    """The name of a workflow that only the driver knows, in a variable for those who ask for it."""
    given = next(one for one in arguments if one.keyword == "workflow_name")
    effect = effect_of(given.node, machine, frame) if given.node is not None else None
    return keep_once(machine, frame, "workflow_name", given.value, always=True, effect=effect)


def _leaves(
    machine: Machine, node: cst.Call, leaves: list[Passed], name: str
) -> tuple[Ref, ...] | None:
    refs: list[Ref] = []
    broken = False
    for leaf in leaves:
        value = leaf.value.value
        if isinstance(value, ManyValue if leaf.star else RefValue):
            continue
        if leaf.star:
            broken = True
            what, wanted = "what stands behind the star", "a list of nodes"
            if not isinstance(value, Broken):
                machine.refuse(errors.NeedsKnown(leaf.value.span, what, wanted))
        elif isinstance(value, NodeValue):
            refs.append(Ref(value.node))
        elif isinstance(value, ItemValue):
            refs.append(value.ref)
        else:
            broken = True
            if not isinstance(value, Broken):
                what = "a known value" if isinstance(value, Known) else describe(value)
                machine.refuse(errors.BadLeaf(leaf.value.span, what, of_wiring(value)))
    if not leaves and not machine.sink.has_errors:  # a refused one may be missing
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
