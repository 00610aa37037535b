"""Defaults of parameters: evaluated once, where the function is defined.

def build(kind, size=2 * N, made=[]):        made = []
    …                                   →    size is 2 * N as it was there, `made` one list
"""

from __future__ import annotations

import libcst as cst

from ...diagnostics import staging as errors
from ...ir import Fragment
from ..frame import Frame
from ..keep import keep_once
from ..machine import Machine
from ..settle import may_change, settle_one
from ..values import Evaluated, FunctionValue, Known, Value, is_mutable, of_wiring


def keep_defaults(
    machine: Machine, function: FunctionValue, params: cst.Parameters, frame: Frame
) -> None:
    """Evaluates the defaults of a function that may be staged."""
    for param in (*params.posonly_params, *params.params, *params.kwonly_params):
        if param.default is None:
            continue
        given = machine.evaluated(param.default, frame)
        if isinstance(given.value, Known) or of_wiring(function):
            given = fixed(machine, frame, param.name.value, given)
        machine.defaults[function.definition, id(param.default)] = given


def known_defaults(
    machine: Machine, function: FunctionValue, params: cst.Parameters
) -> dict[int, Fragment]:
    """What to write for the defaults of a function that each pass of a loop defines anew."""
    all_ = (*params.posonly_params, *params.params, *params.kwonly_params)
    keys = [id(param.default) for param in all_]
    found = {key: machine.defaults.get((function.definition, key)) for key in keys}
    return {
        key: given.code
        for key, given in found.items()
        if given is not None and isinstance(given.value, Known)
    }


def fixed(machine: Machine, frame: Frame, name: str, given: Evaluated) -> Evaluated:
    """A value that is computed once, with code that means the same wherever it is used."""
    if is_mutable(given.value) and not of_wiring(given.value):
        code = keep_once(machine, frame, name, given, always=True)
        return Evaluated(given.value, code, given.span)
    return settle_one(machine, frame, name, given)


def default_of(
    machine: Machine, function: FunctionValue, default: cst.BaseExpression, node: cst.Call
) -> Evaluated:
    """What a parameter is that a call leaves out."""
    given = machine.defaults.get((function.definition, id(default)))
    if given is None:
        given = machine.evaluated(default, machine.homes[function.definition])
    if not isinstance(given.value, Known) and _is_late(machine, function, given):
        what = "a default that only the driver knows, of a function defined before what it uses"
        broken: Value = machine.refuse(errors.NotStaged(machine.span(node), what, "wiring"))
        return Evaluated(broken, given.code, given.span)
    return given


def _is_late(machine: Machine, function: FunctionValue, given: Evaluated) -> bool:
    """Whether it was not known, where the function was defined, that it makes nodes."""
    computed = not of_wiring(given.value) and may_change(machine, given)
    return computed and of_wiring(function)
