"""Plugins: what makes them, and what gives them to nodes.

plugin = RandomStatePlugin(min=10, max=12, seed=10, seed_func=set_seed)
flow.query("fit .*").set_plugin(plugin)         each node gets a seed of its own, in the run's order
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import libcst as cst

from ...diagnostics import plugins as errors
from ...dialects import Meaning
from ...ir import Effect, Equip, Fragment, HelperUse, Seeds, Setup, Setups, Symbol, join, text
from ...ir.setup import Number
from ..arguments import read
from ..frame import Frame
from ..keep import keep_once, keep_value
from ..machine import Machine
from ..passed import Passed
from ..setups import setup_function
from ..values import (
    BROKEN,
    RESIDUAL,
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

_NUMBERS = ("min", "max", "seed")


def make(
    machine: Machine,
    what: Meaning,
    arguments: Sequence[Passed],
    node: cst.Call,
    frame: Frame,
) -> Value:
    """A call of one of the classes of plugins."""
    if what is Meaning.INITIALIZER:
        return _initializer(machine, arguments, node, frame)
    if what is Meaning.RANDOM_STATE:
        return _random_state(machine, arguments, node, frame)
    return _collection(machine, arguments, node, frame)


def _initializer(
    machine: Machine, arguments: Sequence[Passed], node: cst.Call, frame: Frame
) -> Value:
    name, takes = "InitializerPlugin", ("func",)
    values = read(machine, node, arguments, name, takes, takes, takes_wiring=True)
    if values is None:
        return BROKEN
    function = setup_function(machine, values["func"], 0, frame)
    return BROKEN if function is None else PluginValue((Setup(function),))


def _random_state(
    machine: Machine, arguments: Sequence[Passed], node: cst.Call, frame: Frame
) -> Value:
    name, takes = "RandomStatePlugin", (*_NUMBERS, "seed_func")
    values = read(machine, node, arguments, name, takes, takes, takes_wiring=True)
    if values is None:
        return BROKEN
    function = setup_function(machine, values["seed_func"], 1, frame)
    known = _known_numbers(machine, values)
    if function is None or known is None:
        return BROKEN
    machine.record.real()
    state = Symbol("seeds", scope=-1_000 - machine.record.next_order())
    codes = [keep_once(machine, frame, name, values[name]) for name in _NUMBERS]
    code = join(
        HelperUse("seeds_from"), text("("), codes[0], text(", "), codes[1], text(", "), codes[2]
    )
    made = Evaluated(RESIDUAL, join(code, text(")")), machine.span(node))
    keep_value(machine, frame, state, made, Effect.NONE)
    given = (known["min"], known["max"], known["seed"]) if len(known) == 3 else None
    seeds = Seeds(state, given)
    return PluginValue((Setup(function, seeds),))


def _known_numbers(machine: Machine, values: Mapping[str, Evaluated]) -> dict[str, Number] | None:
    """Those of the numbers that are known; None where they cannot be seeds."""
    known: dict[str, Number] = {}
    for name in _NUMBERS:
        value = values[name].value
        number = value.value if isinstance(value, Known) else None
        if isinstance(number, (int, float)):
            known[name] = number
        elif not isinstance(value, Residual):
            machine.refuse(errors.WrongSeeds(values[name].span, f"`{name}` is no number"))
            return None
    if {"min", "max"} <= known.keys() and known["min"] > known["max"]:
        reason = f"`min` is {known['min']}, which is more than `max`, {known['max']}"
        machine.refuse(errors.WrongSeeds(values["min"].span, reason))
        return None
    return known


def _collection(
    machine: Machine, arguments: Sequence[Passed], node: cst.Call, frame: Frame
) -> Value:
    name, takes = "PluginCollection", ("plugins",)
    values = read(machine, node, arguments, name, takes, takes, takes_wiring=True)
    if values is None:
        return BROKEN
    given = values["plugins"]
    items = None if isinstance(given.value, Known) else machine.iterate(given)
    if items is None:
        return machine.refuse(errors.UnknownPlugins(given.span))
    found = [_setups(machine, item, frame) for item in items]
    parts = [setups for setups in found if setups is not None]
    return PluginValue(sum(parts, ())) if len(parts) == len(found) else BROKEN


def _setups(machine: Machine, given: Evaluated, frame: Frame) -> Setups | None:
    """What a plugin does; None where it is none, which was refused."""
    match given.value:
        case PluginValue(setups):
            return setups
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
    given = values["pattern"]
    if given.value == RESIDUAL:
        found = queries.looked_up(machine, flow, given, frame)
    else:
        found = queries.matching(machine, flow, values, node)
    if found is None:
        return BROKEN
    return Known(None) if _equipped(machine, found, values["plugin"], node, frame) else BROKEN


def _equipped(
    machine: Machine, query: QueryValue, plugin: Evaluated, node: cst.Call, frame: Frame
) -> QueryValue | None:
    setups = _setups(machine, plugin, frame)
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
