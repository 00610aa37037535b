"""The arguments of a call, evaluated, with stars of known containers written out."""

from __future__ import annotations

import keyword
from collections.abc import Sequence

import libcst as cst

from ..diagnostics import staging as errors
from ..ir import Argument, join, text
from .frame import Frame
from .iterators import View_
from .keep import computes, is_computed
from .machine import Machine
from .passed import Passed
from .reify import reify
from .values import (
    BROKEN,
    Broken,
    Evaluated,
    ItemValue,
    ManyValue,
    Mapping_,
    NodeValue,
    RefValue,
    Sequence_,
    Value,
    describe,
    elements,
    of_wiring,
    to_python,
)

_DIRECT = (NodeValue, ItemValue, RefValue)


def passed(machine: Machine, call: cst.Call, frame: Frame) -> tuple[Passed, ...]:
    """The arguments of `call` in their order."""
    found: list[Passed] = []
    written: list[Argument] = []
    for arg in call.args:
        evaluated = machine.evaluated(arg.value, frame)
        value = evaluated.value
        written.append(_written(machine, arg, evaluated))
        items = machine.iterate(evaluated) if arg.star == "*" else None
        if items is not None:
            found += (Passed(None, "", _now(item), arg.value, arg) for item in items)
        elif arg.star and isinstance(value, (NodeValue, ItemValue)):
            machine.refuse(errors.UnpackedNode(machine.span(arg), 0))
            broken = Evaluated(BROKEN, evaluated.code, evaluated.span)
            found.append(Passed(None, "", broken, arg.value, arg))
        elif arg.star == "**" and isinstance(value, Mapping_) and _are_keywords(value):
            for key, (_, entry) in value.entries.items():
                found.append(Passed(str(key), "", _now(entry), arg.value, arg))
        else:
            name = arg.keyword.value if arg.keyword is not None else None
            found.append(Passed(name, arg.star, evaluated, arg.value, arg.keyword or arg))
    machine.arguments[id(call)] = tuple(written)
    return tuple(found)


def _now(item: Evaluated) -> Evaluated:
    """A container that was filled since it was put into another."""
    is_container = isinstance(item.value, (Sequence_, Mapping_)) and not item.value.escaped
    if is_container and (of_wiring(item.value) or not any(item.code.symbols)):
        return Evaluated(item.value, reify(item.value) or item.code, item.span)
    return item


def _written(machine: Machine, arg: cst.Arg, given: Evaluated) -> Argument:
    """The argument as the app writes it."""
    code = given.as_written
    if isinstance(given.value, View_) and not arg.star:  # which neither Ray nor a worker takes
        code = join(text("list("), code, text(")"))
    return Argument(
        prefix=f"{arg.keyword.value}=" if arg.keyword is not None else arg.star,
        value=code,
        known=to_python(given.value),
        span=given.span,
        nested=is_nested(given.value, arg.star),
        listed=isinstance(given.value, Sequence_) and given.value.is_list,
        computed=is_computed(code) and computes(arg.value),
    )


def is_nested(value: Value, star: str) -> bool:
    """Whether an argument has refs inside of containers, which Ray does not look into."""
    if not star:
        return of_wiring(value) and not isinstance(value, _DIRECT)
    if isinstance(value, ManyValue):
        return bool(value.inner or value.parts)
    return any(is_nested(element.value, "") for element in elements(value))


def _are_keywords(value: Mapping_) -> bool:
    """Whether the entries of the dict can be written as keyword arguments."""
    return not value.escaped and all(
        isinstance(key, str) and key.isidentifier() and not keyword.iskeyword(key)
        for key in value.entries
    )


def read(
    machine: Machine,
    call: cst.Call,
    arguments: Sequence[Passed],
    callee: str,
    parameters: Sequence[str],
    required: Sequence[str] = (),
    takes_wiring: bool = False,
) -> dict[str, Evaluated] | None:
    """The arguments of a call of the workflow library by parameter; None where it was refused.

    One that `takes_wiring` says itself what is wrong with that.
    """
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
        machine.refuse(
            errors.WrongCall(
                machine.span(argument.place or call), callee, reason, tuple(parameters)
            )
        )
        return None
    missing = [name for name in required if name not in values]
    if missing:
        reason = f"`{missing[0]}` is missing"
        machine.refuse(errors.WrongCall(machine.span(call), callee, reason, tuple(parameters)))
        return None
    if not takes_wiring:
        for value in values.values():
            if of_wiring(value.value):
                where = f"a call of `{callee}`"
                machine.refuse(errors.Escapes(value.span, describe(value.value), where))
                return None
    broken = any(isinstance(value.value, Broken) for value in values.values())
    return None if broken else values


def _count(number: int) -> str:
    return "no arguments" if number == 0 else f"{number} argument{'s' if number > 1 else ''}"
