"""What is called of a class or function of a step graph: `remote`, `options`, `bind`."""

from __future__ import annotations

from collections.abc import Sequence

import libcst as cst

from ...diagnostics import steps as errors
from ...ir import Role
from ..frame import Frame
from ..machine import Machine
from ..passed import Passed
from ..values import BROKEN, InstanceValue, RemoteValue, Value
from .bind import bind
from .create import remote
from .remotes import merged, options_of


def is_step(machine: Machine, value: InstanceValue) -> bool:
    """Whether it is a step that is still to be bound."""
    return machine.record.nodes[value.node].role is Role.STEP


def of_class(
    machine: Machine,
    owner: RemoteValue,
    name: str,
    given: Sequence[Passed],
    call: cst.Call,
    frame: Frame,
) -> Value:
    """`X.options(num_cpus=1)`, `X.remote(value=3)`; of a function also `f.bind("out", a)`."""
    if name == "options":
        found = options_of(machine, tuple(given), call)
        if found is None:
            return BROKEN
        return RemoteValue(owner.definition, merged(owner.options, found))
    if name == "remote":
        return remote(machine, owner, given, call, frame)
    if not isinstance(machine.trees[owner.definition], cst.FunctionDef):
        name = owner.definition.name
        what, way = f"the class `{name}`", f"make a node of it first: `{name}.remote().bind(…)`"
        return machine.refuse(errors.NotBindable(machine.span(call), what, way, None))
    step = remote(machine, owner, (), machine.stand_in(cst.Call(call.func), call), frame)
    if not isinstance(step, InstanceValue):
        return BROKEN
    return bind(machine, step, given, call, frame)
