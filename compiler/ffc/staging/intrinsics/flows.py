"""Methods of workflow objects; `run` is where nodes are run."""

from __future__ import annotations

from collections.abc import Sequence

import libcst as cst

from ...diagnostics import staging as errors
from ..arguments import read
from ..frame import Frame
from ..machine import Machine
from ..passed import Passed
from ..values import BROKEN, FlowValue, Known, RunValue, Value
from . import equipping, finding, queries, storing


def call(
    machine: Machine,
    flow: FlowValue,
    method: str,
    arguments: Sequence[Passed],
    node: cst.Call,
    frame: Frame,
) -> Value:
    """`flow.method(…)`."""
    if method == "query":
        return queries.query(machine, flow, arguments, node, frame)
    if method == "find_nodes":
        return finding.find_nodes(machine, flow, arguments, node, frame)
    if method == "set_storage":
        return storing.set_storage(machine, flow, arguments, node, frame)
    if method == "set_plugin":
        return equipping.set_plugin(machine, flow, arguments, node, frame)
    return _run(machine, flow, arguments, node)


def _run(machine: Machine, flow: FlowValue, arguments: Sequence[Passed], node: cst.Call) -> Value:
    """Whether results are fetched depends on what the app does with them, not on the flag."""
    allowed = ("return_results", "max_pending_tasks")
    values = read(machine, node, arguments, "run", allowed)
    if values is None:
        return BROKEN
    limit = None
    if "max_pending_tasks" in values:
        given = values["max_pending_tasks"]
        if isinstance(given.value, Known) and not _is_count(given.value.value):
            reason = "`max_pending_tasks` is a whole number from 0"
            return machine.refuse(errors.WrongCall(given.span, "run", reason, allowed))
        limit = None if given.value in (Known(0), Known(None)) else given.code
    refused = storing.name_all(machine, flow)
    if refused is not None:
        return refused
    machine.doubts += 1  # a task may fail
    return RunValue(machine.record.add_run(flow.flow, limit, machine.span(node)))


def _is_count(value: object) -> bool:
    return value is None or (isinstance(value, int) and value >= 0)
