"""The arguments of a call, evaluated, with stars of known containers written out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import libcst as cst

from ..diagnostics.staging.wrong_call import WrongCall
from .frame import Frame
from .machine import Machine
from .values import Broken, Evaluated, Mapping_, Sequence_


@dataclass(frozen=True)
class Passed:
    """One argument. `star` is `*` or `**` where what it holds is known only in the driver."""

    keyword: str | None
    star: str
    value: Evaluated
    node: cst.BaseExpression


def passed(machine: Machine, call: cst.Call, frame: Frame) -> tuple[Passed, ...]:
    """The arguments of `call` in their order."""
    found: list[Passed] = []
    for arg in call.args:
        evaluated = machine.evaluated(arg.value, frame)
        value = evaluated.value
        if arg.star == "*" and isinstance(value, Sequence_) and not value.escaped:
            found += (Passed(None, "", item, arg.value) for item in value.items)
        elif arg.star == "**" and isinstance(value, Mapping_) and not value.escaped:
            for key, (_, entry) in value.entries.items():
                found.append(Passed(str(key), "", entry, arg.value))
        else:
            keyword = arg.keyword.value if arg.keyword is not None else None
            found.append(Passed(keyword, arg.star, evaluated, arg.value))
    return tuple(found)


def read(
    machine: Machine,
    call: cst.Call,
    arguments: Sequence[Passed],
    callee: str,
    parameters: Sequence[str],
    required: Sequence[str] = (),
) -> dict[str, Evaluated] | None:
    """The arguments of a call of the workflow library by parameter; None where it was refused."""
    values: dict[str, Evaluated] = {}
    positional = iter(parameters)
    for argument in arguments:
        name = argument.keyword or next(positional, None)
        if argument.star:
            reason = (
                f"its arguments must be known when the app is compiled, `{argument.star}` is not"
            )
        elif name is None:
            reason = f"it takes {_count(len(parameters))}"
        elif name not in parameters:
            reason = f"it has no argument `{name}`"
        elif name in values:
            reason = f"`{name}` is given twice"
        else:
            values[name] = argument.value
            continue
        machine.refuse(WrongCall(machine.span(argument.node), callee, reason, tuple(parameters)))
        return None
    missing = [name for name in required if name not in values]
    if missing:
        reason = f"`{missing[0]}` is missing"
        machine.refuse(WrongCall(machine.span(call), callee, reason, tuple(parameters)))
        return None
    broken = any(isinstance(value.value, Broken) for value in values.values())
    return None if broken else values


def _count(number: int) -> str:
    return "no arguments" if number == 0 else f"{number} argument{'s' if number > 1 else ''}"
