"""What makes plugins.

plugin = RandomStatePlugin(min=10, max=12, seed=10, seed_func=set_seed)

Where the driver has to count, it has a variable for that. What is not used is left out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import libcst as cst

from ...diagnostics import plugins as errors
from ...dialects import Meaning
from ...ir import Effect, HelperUse, Seeds, Setup, Symbol, join, text
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
    Evaluated,
    Known,
    PluginValue,
    Residual,
    Value,
)
from .equipping import setups_of

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
    found = [setups_of(machine, item, frame) for item in items]
    parts = [setups for setups in found if setups is not None]
    return PluginValue(sum(parts, ())) if len(parts) == len(found) else BROKEN
