"""Plugins that nodes get: which nodes, and what comes before them.

flow.query("fit .*").set_plugin(plugin)         each node gets a seed of its own, in the run's order
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import libcst as cst

from ...diagnostics import plugins as errors
from ...ir import Equip, Fragment, Setup, Setups
from ..arguments import read
from ..frame import Frame
from ..keep import keep_once
from ..machine import Machine
from ..passed import Passed
from ..values import (
    BROKEN,
    Broken,
    Evaluated,
    FlowValue,
    FunctionValue,
    Known,
    Object_,
    PluginValue,
    QueryValue,
    Residual,
    Value,
    describe,
    give_up,
)
from . import queries


def equip(
    machine: Machine,
    query: QueryValue,
    name: str,
    arguments: Sequence[Passed],
    node: cst.Call,
    frame: Frame,
) -> Value:
    """`query.set_plugin(plugin)`, or `set_plugins`, gives the query."""
    takes = ("plugins",) if name == "set_plugins" else ("plugin",)
    values = read(machine, node, arguments, name, takes, takes, takes_wiring=True)
    if values is None:
        return BROKEN
    return _equipped(machine, query, values[takes[0]], node, frame) or BROKEN


def set_plugin(
    machine: Machine,
    flow: FlowValue,
    arguments: Sequence[Passed],
    node: cst.Call,
    frame: Frame,
) -> Value:
    """`flow.set_plugin(pattern, plugin)` gives nothing."""
    takes = ("pattern", "plugin")
    values = read(machine, node, arguments, "set_plugin", takes, takes, takes_wiring=True)
    if values is None:
        return BROKEN
    found = queries.found_by(machine, flow, values, node, frame)
    if found is None:
        return BROKEN
    return Known(None) if _equipped(machine, found, values["plugin"], node, frame) else BROKEN


def _equipped(
    machine: Machine, query: QueryValue, plugin: Evaluated, node: cst.Call, frame: Frame
) -> QueryValue | None:
    setups = setups_of(machine, plugin, frame)
    if setups is None or queries.is_outside(machine, query, node, "a plugin for an outer node"):
        return None
    unsure = [n for n in query.maybe if not _surely_matches(machine, n, query.pattern)]
    if unsure:
        machine.refuse(errors.UnsureNodes(machine.span(node), machine.record.nodes[unsure[0]].span))
        return None
    nodes = (*query.nodes, *query.maybe)
    chosen = queries.chosen_of(machine, query)
    span = machine.span(node)
    machine.record.add(Equip(nodes, (), span, flow=query.flow, chosen=chosen, setups=setups))
    return query


def _surely_matches(machine: Machine, node: int, pattern: Fragment) -> bool:
    """Whether the pattern matches whatever comes behind what the node's name begins with."""
    if any(pattern.symbols) or not pattern.parts:
        return False
    written = re.fullmatch(r"'\^?(?P<start>[\w ,:;/%=@#-]*)\.\*\$?'", str(pattern.parts[0]))
    if written is None:
        return False
    start = machine.record.beginnings.get(node, "")
    return start.startswith(written["start"])


def setups_of(machine: Machine, given: Evaluated, frame: Frame) -> Setups | None:
    """What a plugin does; None where it is none, which was refused."""
    match given.value:
        case PluginValue(setups):
            return setups
        case Known(None):
            return ()
        case Broken():
            return None
        case Residual() | Object_():
            give_up(given.value)
            once = keep_once(machine, frame, "plugin", given)
            return (Setup(once, is_object=True),)
    machine.refuse(errors.GivenPlugin(given.span, _what(given.value)))
    return None


def _what(value: Value) -> str:
    if isinstance(value, Known):
        return f"`{value.value!r}`"
    return "a function" if isinstance(value, FunctionValue) else describe(value)
