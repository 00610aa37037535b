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
from ..values import BROKEN, Broken, Known, NodeValue, RunValue, Value, held_in
from .notes import is_stream
from .without_notes import refuse_without


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
    if leaf is None:
        reason = "it gets nothing to run: a source, or what `bind` gives"
        return machine.refuse(
            errors.WrongCall(machine.span(call), how.value, reason, ("ref", "name"))
        )
    if named is None or isinstance(leaf.value, Broken):
        return BROKEN
    if given[0].star or not is_stream(machine, leaf.value):
        return refuse_without(machine, how.value, leaf)
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
