"""`query` and `set_remote_args`."""

from __future__ import annotations

import re
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import replace

import libcst as cst

from ...diagnostics import Diagnostic
from ...diagnostics import staging as errors
from ...ir import BlockKind, Configure, Effect, Fragment, Option, Query, join, text
from ...ir.literal import literal
from ..arguments import read
from ..frame import Frame
from ..keep import calls, is_computed, keep_once
from ..machine import Machine
from ..options import options
from ..passed import Passed
from ..reach import surely_reached, wholly_taken
from ..values import (
    BROKEN,
    RESIDUAL,
    Evaluated,
    FlowValue,
    Known,
    QueryValue,
    Value,
)
from .beginnings import may_match
from .there import is_step, nodes_there, steps_there


def query(
    machine: Machine,
    flow: FlowValue,
    arguments: Sequence[Passed],
    node: cst.Call,
    frame: Frame,
) -> Value:
    """`flow.query(pattern)`: the nodes that are there now, with the names that they have now."""
    values = read(machine, node, arguments, "query", ("pattern",))
    if values is None:
        return BROKEN
    return found_by(machine, flow, values, node, frame) or BROKEN


def found_by(
    machine: Machine,
    flow: FlowValue,
    values: Mapping[str, Evaluated],
    node: cst.Call,
    frame: Frame,
) -> QueryValue | None:
    """What the pattern among `values` finds, steps included."""
    there = (*nodes_there(machine, flow), *steps_there(machine, flow))
    given = values.get("pattern")
    if given is not None and given.value == RESIDUAL:
        return looked_up(machine, flow, there, given, frame)
    return matching(machine, flow, there, values, node)


def matching(
    machine: Machine,
    flow: FlowValue,
    there: tuple[int, ...],
    values: Mapping[str, Evaluated],
    node: cst.Call,
) -> QueryValue | None:
    """What a known pattern finds of the nodes that are `there`, noted for checks."""
    pattern: str | None = None
    given = values.get("pattern")
    if given is not None and given.value != Known(None):
        if not isinstance(given.value, Known) or not isinstance(given.value.value, str):
            machine.refuse(errors.NeedsKnown(given.span, "a pattern", "a string"))
            return None
        pattern = given.value.value
    found = _match(machine, flow, there, pattern, given)
    if found is not None:
        place = given.span if given is not None else machine.span(node)
        names = tuple(str(machine.record.names[index]) for index in there)
        nodes = (*found.nodes, *found.maybe)
        machine.record.add(Query(flow.flow, pattern, nodes, names, place))
    return found


def looked_up(
    machine: Machine, flow: FlowValue, there: tuple[int, ...], given: Evaluated, frame: Frame
) -> QueryValue | None:
    """A pattern that only the driver knows: it looks at the names of all nodes; None finds all."""
    counted = next((index for index in there if index in machine.record.counted), None)
    if counted is not None:
        machine.refuse(unnamed(machine, counted))
        return None
    once = keep_once(machine, frame, "pattern", given)
    if not _is_text(given.code):
        once = join(text('"(?s).*" if '), once, text(" is None else "), once)
    effect = Effect.NONE if not calls(once) else None
    kept = Evaluated(RESIDUAL, once, given.span)
    code = keep_once(machine, frame, "pattern", kept, always=is_computed(once), effect=effect)
    return QueryValue(flow.flow, (), there, code)


def _is_text(code: Fragment) -> bool:
    """Whether it is an f-string."""
    first = code.parts[0] if code.parts else ""
    return isinstance(first, str) and re.match(r"[rR]?[fF][rR]?[\"']", first) is not None


def unnamed(machine: Machine, node: int) -> Diagnostic:
    what = "the number in the default name of a node that a query looks for"
    return errors.NeedsKnown(machine.record.nodes[node].span, what, "a name of its own")


def _match(
    machine: Machine,
    flow: FlowValue,
    there: tuple[int, ...],
    pattern: str | None,
    given: Evaluated | None,
) -> QueryValue | None:
    if pattern is None or given is None:
        return QueryValue(flow.flow, there)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            expression = re.compile(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        machine.refuse(errors.BadPattern(given.span, pattern, str(error)))
        return None
    matched: list[int] = []
    maybe: list[int] = []
    for index in there:
        name = machine.record.names[index]
        if index in machine.record.counted:
            decided = _counted(expression, machine.record.counted[index])
            if decided is None:
                machine.refuse(unnamed(machine, index))
                return None
            matched += [index] * decided
        elif name is None:
            if may_match(expression, machine.record.beginnings.get(index, "")):
                maybe.append(index)
        elif expression.fullmatch(name):
            matched.append(index)
    return QueryValue(flow.flow, tuple(matched), tuple(maybe), text(repr(pattern)))


def _counted(expression: re.Pattern[str], stem: str) -> bool | None:
    """Whether a default name matches, whatever its number is; None if that depends on it."""
    numbers = (*range(1_000), 1_234, 5_000, 9_999, 10_000, 12_345, 99_999, 123_456)
    answers = {expression.fullmatch(f"{stem}{number:04d}") is not None for number in numbers}
    return answers.pop() if len(answers) == 1 else None


def _computed_once(machine: Machine, frame: Frame, option: Option) -> Option:
    """Several nodes may get the option: what the app computes once is not written for each."""
    if literal(option.known) is not None:
        return option
    given = Evaluated(RESIDUAL, option.value, option.value_span)
    return replace(option, value=keep_once(machine, frame, option.name, given))


def configure(
    machine: Machine,
    query: QueryValue,
    arguments: Sequence[Passed],
    node: cst.Call,
    frame: Frame,
) -> Value:
    """`query.set_remote_args(options)` gives the query."""
    values = read(machine, node, arguments, "set_remote_args", ("args",), required=("args",))
    if values is None:
        return BROKEN
    found = options(values["args"])
    if found is None:
        wanted = "a dict whose keys are text"
        return machine.refuse(errors.NeedsKnown(values["args"].span, "`set_remote_args`", wanted))
    everything, query = query, _without_steps(machine, query)
    if everything != query and not (query.nodes or query.maybe):
        reason = "it finds steps, which have options by `X.options(…)` alone"
        return machine.refuse(errors.WrongCall(machine.span(node), "set_remote_args", reason, ()))
    if is_outside(machine, query, node, "options for an outer node"):
        return BROKEN
    once = tuple(_computed_once(machine, frame, option) for option in found)
    given = Configure(query.nodes, once, machine.span(node), query.maybe, query.pattern, query.flow)
    machine.record.add(replace(given, chosen=chosen_of(machine, query)))
    return everything


def _without_steps(machine: Machine, query: QueryValue) -> QueryValue:
    nodes = machine.record.nodes
    found = tuple(one for one in query.nodes if not is_step(nodes[one]))
    maybe = tuple(one for one in query.maybe if not is_step(nodes[one]))
    return replace(query, nodes=found, maybe=maybe)


def is_outside(machine: Machine, query: QueryValue, node: cst.Call, what: str) -> bool:
    """Refuses what a block of the driver would give to a node that is made outside of it."""
    between = next(filter(None, map(machine.record.between, (*query.nodes, *query.maybe))), None)
    if between is None:
        return False
    where = "a loop" if between is BlockKind.LOOP else "a condition"
    machine.refuse(errors.NotStaged(machine.span(node), where, what))
    return True


def chosen_of(machine: Machine, query: QueryValue) -> tuple[int, ...]:
    """The nodes that the query finds only if the driver takes them for the workflow."""
    record = machine.record
    if not (record.held or record.flow_held.get(query.flow)):
        return ()
    found = (*query.nodes, *query.maybe)
    sure, whole = surely_reached(record, query.flow), wholly_taken(record, query.flow)
    return tuple(n for n in found if n not in (whole if record.in_block(n) else sure))
