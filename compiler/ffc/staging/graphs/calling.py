"""`remote(…)` as a call: of a class or function of the app, or of a step that is ready to use.

Splitter = gb.remote(gb.Split)        →     Splitter = ray.remote(Split)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import libcst as cst

from ...diagnostics import staging as errors
from ...ir import Fragment, HelperUse, Symbol
from ..definitions import describe_definition
from ..frame import Binding, Frame
from ..machine import Callable_, Machine
from ..passed import Passed
from ..values import BROKEN, Broken, FunctionValue, HelperValue, RemoteValue, Value, describe
from .facts import step_facts
from .remotes import remote_of


def called(machine: Machine, given: Sequence[Passed], node: cst.Call) -> Value:
    """What makes nodes of the class or function that is given."""
    value = given[0].value.value if len(given) == 1 else None
    if isinstance(value, FunctionValue):
        tree, home = machine.trees[value.definition], machine.homes[value.definition]
        return _made(machine, tree, home, given[0].value.code, node)
    if isinstance(value, HelperValue):
        code = Fragment((HelperUse(value.name),))
        return _made(machine, *_ready(machine, value), code, node, value.name)
    if isinstance(value, Broken):
        return BROKEN
    return _refuse(machine, node, describe(value) if value is not None else "nothing")


def _ready(machine: Machine, value: HelperValue) -> tuple[cst.ClassDef, Frame]:
    """A class like that of the runtime, and where its base has a name."""
    home = Frame(machine.globals.scope, machine.trail, parsed=machine.module)
    code = Fragment((HelperUse(value.name),))
    home.bindings[value.name] = Binding(Symbol(value.name, -1), value, code)
    base = cst.Arg(cst.Name(value.name))
    body = cst.IndentedBlock([cst.SimpleStatementLine([cst.Pass()])])
    return cst.ClassDef(cst.Name(value.name), body, bases=[base]), home


def _made(
    machine: Machine, tree: Callable_, home: Frame, code: Fragment, node: cst.Call, maker: str = ""
) -> Value:
    found = None if isinstance(tree, cst.Lambda) else remote_of(machine, tree, home, ())
    if found is None or isinstance(tree, cst.Lambda):
        return _refuse(machine, node, "a lambda or another class")
    hint = machine.hint if id(node) == machine.hinted else ""
    order = machine.record.next_order()
    symbol = Symbol(hint or f"{tree.name.value}Actor", machine.globals.scope, 1_000 + order)
    machine.trees[symbol], machine.homes[symbol] = tree, home
    machine.places.setdefault(id(tree.name), node)
    machine.made[symbol] = code
    machine.remotes[symbol] = replace(found, maker=maker or found.maker)
    machine.qualnames[symbol] = tree.name.value
    definition = replace(describe_definition(machine, symbol), step=step_facts(machine, symbol))
    machine.record.definitions.append(definition)
    return RemoteValue(symbol)


def _refuse(machine: Machine, node: cst.Call, what: str) -> Value:
    reason = f"it makes nodes of steps, resources and functions of the app, not of {what}"
    return machine.refuse(errors.WrongCall(machine.span(node), "remote", reason, ()))
