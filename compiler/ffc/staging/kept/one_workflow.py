"""A workflow that each branch of the driver makes of other leaves: it is made of those behind them.

if args.report:                                          if args.report:
    flow = RayWorkflow(fit, report, workflow_name="a")       flow_leaves = [fit, report]
else:                                               →    else:
    flow = RayWorkflow(fit, workflow_name="a")               flow_leaves = [fit]
                                                         flow = RayWorkflow(*flow_leaves, …)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import libcst as cst

from ...dialects import Meaning, meaning
from ...frontend.names import names
from ..blocks import block
from ..frame import Frame
from ..machine import Machine
from ..values import DialectValue
from .returning import falls_through

_WORKFLOWS: tuple[Meaning | None, ...] = (Meaning.RAY_WORKFLOW, Meaning.LOCAL_WORKFLOW)
_EMPTY = cst.Module(body=())


@dataclass(frozen=True)
class _Made:
    """`name = call` is the statement at `index` of a branch, which says no more of `name`."""

    index: int
    name: str
    call: cst.Call

    @property
    def leaves(self) -> list[cst.Arg]:
        return [arg for arg in self.call.args if arg.keyword is None and arg.star != "**"]

    @property
    def options(self) -> list[cst.Arg]:
        return [arg for arg in self.call.args if arg not in self.leaves]


def one_workflow(
    machine: Machine, node: cst.If, frame: Frame
) -> tuple[cst.If, cst.SimpleStatementLine] | None:
    """The `if` with the leaves, and the workflow of these; None where it makes no such workflow."""
    suites = _suites(node)
    if suites is None or not all(map(falls_through, suites)):
        return None
    found = [_made(suite, frame) for suite in suites]
    made = [one for one in found if one is not None]
    first = made[0] if len(made) == len(found) else None
    if first is None or not all(_is_like(one, first) for one in made[1:]):
        return None
    name = f"{first.name}_leaves"
    if frame.lookup(name) is not None:
        return None
    frame.own |= {name}
    return _branches(machine, node, made, name), _behind(machine, first, name)


def _suites(node: cst.If) -> list[cst.BaseSuite] | None:
    """Those of all branches, one of which is taken; None if it may be none."""
    if node.orelse is None:
        return None
    if isinstance(node.orelse, cst.Else):
        return [node.body, node.orelse.body]
    others = _suites(node.orelse)
    return None if others is None else [node.body, *others]


def _made(suite: cst.BaseSuite, frame: Frame) -> _Made | None:
    """The one workflow that a branch makes and does nothing else with."""
    for index, statement in enumerate(block(suite)):
        match statement:
            case cst.SimpleStatementLine(
                body=[
                    cst.Assign(
                        targets=[cst.AssignTarget(target=cst.Name(value=name))],
                        value=cst.Call() as call,
                    )
                ]
            ):
                if _is_workflow(call.func, frame):
                    uses = [use for use in names(suite) if use.name == name]
                    return _Made(index, name, call) if len(uses) == 1 else None
    return None


def _is_workflow(function: cst.BaseExpression, frame: Frame) -> bool:
    bound = frame.named(function)
    value = bound.value if bound is not None else None
    return isinstance(value, DialectValue) and meaning(value.name) in _WORKFLOWS


def _is_like(one: _Made, other: _Made) -> bool:
    return one.name == other.name and _text(one) == _text(other)


def _text(made: _Made) -> Sequence[str]:
    """What the workflows have in common."""
    return [_EMPTY.code_for_node(made.call.func), *map(_option, made.options)]


def _option(arg: cst.Arg) -> str:
    return _EMPTY.code_for_node(arg.with_changes(comma=cst.MaybeSentinel.DEFAULT)).strip()


def _branches(machine: Machine, node: cst.If, made: Sequence[_Made], name: str) -> cst.If:
    suite = _with_leaves(machine, node.body, made[0], name)
    rest = node.orelse
    if isinstance(rest, cst.If):
        rest = _branches(machine, rest, made[1:], name)
    elif rest is not None:
        body = _with_leaves(machine, rest.body, made[1], name)
        rest = machine.stand_in(rest.with_changes(body=body), rest)
    return machine.stand_in(node.with_changes(body=suite, orelse=rest), node)


def _with_leaves(
    machine: Machine, suite: cst.BaseSuite, made: _Made, name: str
) -> cst.IndentedBlock:
    """The branch, where `name` gets the leaves."""
    elements = [
        cst.StarredElement(arg.value) if arg.star else cst.Element(arg.value) for arg in made.leaves
    ]
    for element in elements:
        machine.stand_in(element, made.call)
    leaves = machine.stand_in(cst.List(elements), made.call)
    statements = block(suite)
    statements[made.index] = _assigned(machine, name, leaves, made.call)
    return machine.stand_in(cst.IndentedBlock(body=statements), suite)


def _behind(machine: Machine, made: _Made, name: str) -> cst.SimpleStatementLine:
    leaves = machine.stand_in(cst.Name(name), made.call)
    star = machine.stand_in(cst.Arg(leaves, star="*"), made.call)
    call = made.call.with_changes(args=[star, *made.options])
    return _assigned(machine, made.name, machine.stand_in(call, made.call), made.call)


def _assigned(
    machine: Machine, name: str, value: cst.BaseExpression, place: cst.Call
) -> cst.SimpleStatementLine:
    target = machine.stand_in(cst.Name(name), place)
    small = cst.Assign([machine.stand_in(cst.AssignTarget(target), place)], value)
    return machine.stand_in(
        cst.SimpleStatementLine([machine.stand_in(small, place)]),
        place,
    )
