"""`run(ref)`: what the ref needs runs, and its notes come back."""

from __future__ import annotations

from collections.abc import Sequence

import libcst as cst

from ...diagnostics import staging as errors
from ...dialects import Meaning
from ...ir import Flow, GraphRun, Open, Ref
from ..arguments import read
from ..frame import Frame
from ..machine import Machine
from ..passed import Passed
from ..values import BROKEN, Broken, Known, NodeValue, RefValue, RunValue, Value, describe, held_in


def run(
    machine: Machine,
    what: Meaning,
    given: Sequence[Passed],
    call: cst.Call,
    frame: Frame,
) -> Value:
    """`run(ref, name)` or `run_async(ref, name)`."""
    how = GraphRun.WAIT if what is Meaning.RUN else GraphRun.BESIDE
    leaf = given[0].value if given and given[0].keyword in (None, "dag") else None
    named = read(machine, call, [*given[1:]], how.value, ("name",))
    if named is None or leaf is None or isinstance(leaf.value, Broken):
        return BROKEN if leaf is not None else _refuse(machine, call, "nothing", how)
    if not isinstance(leaf.value, (NodeValue, RefValue)):
        known = isinstance(leaf.value, Known)
        return _refuse(machine, call, "a known value" if known else describe(leaf.value), how)
    title = named["name"].value if "name" in named else None
    flow = machine.record.add_flow(
        Flow(
            id=len(machine.record.flows),
            name=title.value if isinstance(title, Known) and isinstance(title.value, str) else None,
            leaves=(Ref(leaf.value.node),) if isinstance(leaf.value, NodeValue) else (),
            init=(),
            takes_init=False,
            span=machine.span(call),
            written=(leaf.as_written,),
            count=1,
            how=how,
        ),
        [*held_in(leaf.value)],
    )
    machine.record.add(Open(flow))
    machine.doubts += 1  # a step may fail
    return RunValue(machine.record.add_run(flow, None, machine.span(call)))


def _refuse(machine: Machine, call: cst.Call, what: str, how: GraphRun) -> Value:
    reason = f"it runs a source or what `bind` gives, not {what}"
    return machine.refuse(errors.WrongCall(machine.span(call), how.value, reason, ("ref", "name")))
