"""Calls of the app's own functions that make nodes: their statements are staged in place.

def build(kind):                       points = load.remote("moons")
    points = load(kind)         →
    return points
build("moons")
"""

from __future__ import annotations

from collections.abc import Sequence

import libcst as cst

from ..diagnostics import staging as errors
from ..frontend.names import body_names, bound_again, names
from ..frontend.search import find
from ..frontend.signature import parameters
from ..ir import Effect, SymbolUse, join, text
from ..ir.literal import literal
from ..ir.signature import bind
from .arguments import Passed, passed
from .blocks import block
from .frame import Frame
from .keep import keep_binding
from .machine import Machine, Returned
from .values import BROKEN, Broken, Evaluated, FunctionValue, Known, Value, of_wiring

_DEEPEST = 40


def inline(machine: Machine, function: FunctionValue, call: cst.Call, frame: Frame) -> Value:
    """Stages the body of `function` with the arguments of `call`; gives what it returns."""
    tree = machine.trees[function.definition]
    bare = machine.bare == id(call)
    arguments = passed(machine, call, frame)
    refused = _refusal(machine, tree, call, arguments)
    if refused is not None or not isinstance(tree, cst.FunctionDef):
        return refused or BROKEN
    own = frozenset(use.name for use in body_names(tree) if use.binds)
    again = bound_again(body_names(tree))
    inner = Frame(machine.record.new_scope(), machine.globals, own - _globals(tree), again)
    if not _bind(machine, tree, call, arguments, inner):
        return BROKEN
    statements = block(tree.body)
    machine.record.paragraph = len(statements) > 1
    machine.depth += 1
    machine.returned = None
    value = machine.execute(statements, inner)
    machine.depth -= 1
    machine.record.paragraph = len(statements) > 1
    returned, machine.returned = machine.returned, None
    if returned is None:
        returned = Returned(text("None"), True, Effect.NONE)
    code = returned.code if bare or returned.is_atom else join(text("("), returned.code, text(")"))
    frame.replaced[id(call)] = code
    frame.effects[id(call)] = returned.effect
    return Known(None) if value is None else value


def _refusal(
    machine: Machine, tree: cst.CSTNode, call: cst.Call, arguments: Sequence[Passed]
) -> Value | None:
    if any(isinstance(argument.value.value, Broken) for argument in arguments):
        return BROKEN
    what = _unstaged(tree, arguments)
    if what:
        return machine.refuse(errors.NotStaged(machine.span(call), what, "wiring"))
    if machine.depth >= _DEEPEST:
        machine.stopped = True
        return machine.refuse(errors.TooDeepCalls(machine.span(call), _DEEPEST))
    return None


def _unstaged(tree: cst.CSTNode, arguments: Sequence[Passed]) -> str:
    if not isinstance(tree, cst.FunctionDef):
        return "a class that is no task"
    if tree.asynchronous is not None:
        return "an `async` function"
    if find(tree.body, cst.Yield):
        return "a generator"
    if tree.decorators:
        return "a function with a decorator"
    if tree.params.star_kwarg is not None or isinstance(tree.params.star_arg, cst.Param):
        return "a function with star parameters"
    if any(argument.star for argument in arguments):
        return "a call with stars that are not known"
    return ""


def _bind(
    machine: Machine,
    tree: cst.FunctionDef,
    call: cst.Call,
    arguments: Sequence[Passed],
    inner: Frame,
) -> bool:
    """Binds the parameters; whether the arguments fit."""
    signature = parameters(tree.params)
    bound = bind(signature, [argument.keyword for argument in arguments])
    if bound.problem:
        names_ = tuple(parameter.name for parameter in signature)
        machine.refuse(errors.WrongCall(machine.span(call), tree.name.value, bound.problem, names_))
        return False
    given = {name: arguments[index].value for name, index in bound.values.items()}
    changed = {use.name for use in names(tree.body) if use.binds}
    for param in (*tree.params.posonly_params, *tree.params.params, *tree.params.kwonly_params):
        name = param.name.value
        if name in given:
            value = given[name]
        else:
            assert param.default is not None
            value = machine.evaluated(param.default, machine.globals)
        fixed = name in changed or _has_members(tree, name) or _computed_in_string(tree, name)
        _bind_one(machine, inner, param.name, value, fixed)
    return True


def _bind_one(
    machine: Machine,
    inner: Frame,
    name: cst.Name,
    given: Evaluated,
    fixed: bool,
) -> None:
    """Writes the argument where the parameter stands, or a statement that binds the parameter.

    The latter for a parameter that is `fixed` to be a name.
    """
    value, parts = given.value, given.code.parts
    written = literal(value.value) if isinstance(value, Known) else None
    if of_wiring(value) or machine.is_wiring(value):
        inner.bind(name.value, value)
    elif written is not None and not fixed and _fits_in_string(value):
        inner.bind(name.value, value, text(f"({written})" if written[0] == "-" else written))
    elif len(parts) == 1 and isinstance(parts[0], SymbolUse) and not fixed:
        inner.bind(name.value, value, given.code)
    else:
        keep_binding(machine, inner, name, given)


def _has_members(tree: cst.FunctionDef, name: str) -> bool:
    """Whether `name.member` is written, which a number cannot take the place of."""
    owners = (attribute.value for attribute in find(tree.body, cst.Attribute))
    return any(isinstance(owner, cst.Name) and owner.value == name for owner in owners)


def _computed_in_string(tree: cst.FunctionDef, name: str) -> bool:
    """Whether an f-string does more with the name than to hold it."""
    for part in find(tree.body, cst.FormattedStringExpression):
        formatted = part.format_spec or part.conversion or part.equal
        bare = isinstance(part.expression, cst.Name) and not formatted
        if not bare and any(use.name == name for use in names(part)):
            return True
    return False


def _fits_in_string(value: Value) -> bool:
    return not isinstance(value, Known) or (
        not isinstance(value.value, str) or not set(value.value) & set("\"'\\\n\r")
    )


def _globals(tree: cst.FunctionDef) -> frozenset[str]:
    return frozenset(i.name.value for node in find(tree.body, cst.Global) for i in node.names)
