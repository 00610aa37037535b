"""The parameters of a function that is staged, bound to the arguments of one call.

An argument is written where its parameter stands, unless the parameter has to be a name:

def build(kind, n):                    n = 3
    n += 1                      →      n += 1
    return load(kind, n)               load.remote("moons", n)
build("moons", 3)
"""

from __future__ import annotations

from collections.abc import Sequence

import libcst as cst

from ...diagnostics import staging as errors
from ...frontend.signature import parameters
from ...ir import Fragment, join, text
from ...ir.signature import bind
from ..binding import bind_name
from ..frame import Frame
from ..machine import Machine
from ..passed import Passed
from ..reify import reify
from ..values import Evaluated, FunctionValue, Known, Mapping_, Sequence_
from .defaults import default_of


def bind_parameters(
    machine: Machine,
    function: FunctionValue,
    tree: cst.FunctionDef | cst.Lambda,
    arguments: Sequence[Passed],
    inner: Frame,
    node: cst.Call,
) -> bool:
    """Binds the parameters of `tree` in `inner`; whether the arguments fit."""
    signature = parameters(tree.params)
    bound = bind(signature, [argument.keyword for argument in arguments])
    if bound.problem:
        names_ = tuple(parameter.name for parameter in signature)
        name = function.definition.name
        machine.refuse(errors.WrongCall(machine.span(node), name, bound.problem, names_))
        return False
    given = {name: arguments[index].value for name, index in bound.values.items()}
    given |= _stars(machine, tree.params, arguments, set(bound.values.values()), node)
    for param in all_parameters(tree.params):
        name = param.name.value
        value = given.get(name)
        if value is None:
            assert param.default is not None
            value = default_of(machine, function, param.default, node)
        bind_name(machine, inner, param.name, value, tree.body)
    return True


def all_parameters(params: cst.Parameters) -> list[cst.Param]:
    """The parameters in the order in which Python lists them, those with stars last."""
    stars = [s for s in (params.star_arg, params.star_kwarg) if isinstance(s, cst.Param)]
    return [*params.posonly_params, *params.params, *params.kwonly_params, *stars]


def _stars(
    machine: Machine,
    params: cst.Parameters,
    arguments: Sequence[Passed],
    taken: set[int],
    node: cst.Call,
) -> dict[str, Evaluated]:
    """What `*args` and `**kwargs` get."""
    rest = [one for index, one in enumerate(arguments) if index not in taken]
    found: dict[str, Evaluated] = {}
    span = machine.span(node)
    if isinstance(params.star_arg, cst.Param):
        items = Sequence_([one.value for one in rest if one.keyword is None], is_list=False)
        positional = [one for one in rest if one.keyword is None]
        source = _source(machine, node, arguments, positional)
        code = reify(items) or text("()")
        found[params.star_arg.name.value] = Evaluated(items, code, span, source)
    if params.star_kwarg is not None:
        entries: dict[object, tuple[Evaluated, Evaluated]] = {}
        for one in rest:
            if one.keyword is not None:
                key = Evaluated(Known(one.keyword), text(repr(one.keyword)), span)
                entries[one.keyword] = (key, one.value)
        mapping = Mapping_(entries)
        found[params.star_kwarg.name.value] = Evaluated(mapping, reify(mapping) or text("{}"), span)
    return found


def _source(
    machine: Machine, node: cst.Call, arguments: Sequence[Passed], rest: Sequence[Passed]
) -> Fragment | None:
    """The tuple that `*args` gets, as the app writes it: `tuple(nodes)` for `build(*nodes)`."""
    places = [id(one.place) for one in rest]
    others = [one for one in arguments if one not in rest and id(one.place) in places]
    pairs = zip(node.args, machine.arguments.get(id(node), ()), strict=False)
    written = [argument for arg, argument in pairs if id(arg) in places]
    if others or len(written) != len(set(places)) or not written:
        return None
    if len(written) == 1 and written[0].prefix and written[0].listed:
        return join(text("tuple("), written[0].value, text(")"))
    inside = [part for one in written for part in (text(", "), text(one.prefix), one.value)]
    return join(text("("), *inside[1:], text(",)" if len(written) == 1 else ")"))
