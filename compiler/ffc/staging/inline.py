"""Calls of the app's own functions that make nodes: their statements are staged in place.

def build(kind):                       points = load.remote("moons")
    points = load(kind)         →
    return points
build("moons")
"""

from __future__ import annotations

from collections.abc import Sequence

import libcst as cst
import libcst.matchers as m

from ..diagnostics.staging.not_staged import NotStaged
from ..diagnostics.staging.too_deep_calls import TooDeepCalls
from ..diagnostics.staging.wrong_call import WrongCall
from ..frontend.names import body_names, names
from ..frontend.signature import parameters
from ..ir import SymbolUse, text
from ..ir.literal import literal
from ..ir.signature import bind
from .arguments import Passed, passed
from .frame import Frame
from .keep import keep_binding
from .machine import Machine
from .values import BROKEN, Broken, Evaluated, FunctionValue, Known, Value, of_wiring

_DEEPEST = 40


def inline(machine: Machine, function: FunctionValue, call: cst.Call, frame: Frame) -> Value:
    """Stages the body of `function` with the arguments of `call`; gives what it returns."""
    tree = machine.trees[function.definition]
    arguments = passed(machine, call, frame)
    refused = _refusal(machine, tree, call, arguments)
    if refused is not None or not isinstance(tree, cst.FunctionDef):
        return refused or BROKEN
    own = frozenset(use.name for use in body_names(tree) if use.binds)
    inner = Frame(machine.record.new_scope(), machine.globals, own - _globals(tree))
    if not _bind(machine, tree, call, arguments, inner):
        return BROKEN
    machine.depth += 1
    returned = machine.execute(_statements(tree), inner)
    machine.depth -= 1
    return Known(None) if returned is None else returned


def _refusal(
    machine: Machine, tree: cst.CSTNode, call: cst.Call, arguments: Sequence[Passed]
) -> Value | None:
    if any(isinstance(argument.value.value, Broken) for argument in arguments):
        return BROKEN
    what = _unstaged(tree, arguments)
    if what:
        return machine.refuse(NotStaged(machine.span(call), what, "a function that makes nodes"))
    if machine.depth >= _DEEPEST:
        return machine.refuse(TooDeepCalls(machine.span(call), _DEEPEST))
    return None


def _unstaged(tree: cst.CSTNode, arguments: Sequence[Passed]) -> str:
    if not isinstance(tree, cst.FunctionDef):
        return "a class that is no task"
    if tree.asynchronous is not None:
        return "an `async` function"
    if m.findall(tree.body, m.Yield()):
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
        machine.refuse(WrongCall(machine.span(call), tree.name.value, bound.problem, names_))
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
        in_string = _in_formatted_string(tree, name)
        _bind_one(machine, inner, param.name, value, name in changed, in_string)
    return True


def _bind_one(
    machine: Machine,
    inner: Frame,
    name: cst.Name,
    given: Evaluated,
    changed: bool,
    in_string: bool,
) -> None:
    """Writes the argument where the parameter stands, or a statement that binds the parameter."""
    value, parts = given.value, given.code.parts
    written = literal(value.value) if isinstance(value, Known) else None
    if of_wiring(value) or machine.is_wiring(value):
        inner.bind(name.value, value)
    elif written is not None and not changed and not (in_string and isinstance(value, Known)):
        inner.bind(name.value, value, text(f"({written})" if written[0] == "-" else written))
    elif len(parts) == 1 and isinstance(parts[0], SymbolUse) and not changed:
        inner.bind(name.value, value, given.code)
    else:
        keep_binding(machine, inner, name, given)


def _in_formatted_string(tree: cst.FunctionDef, name: str) -> bool:
    strings = m.findall(tree.body, m.FormattedString())
    return any(use.name == name for string in strings for use in names(string))


def _globals(tree: cst.FunctionDef) -> frozenset[str]:
    found = m.findall(tree.body, m.Global())
    return frozenset(item.name.value for node in found for item in node.names)  # type: ignore[attr-defined]


def _statements(tree: cst.FunctionDef) -> Sequence[cst.BaseStatement]:
    body = tree.body
    if isinstance(body, cst.IndentedBlock):
        return body.body
    assert isinstance(body, cst.SimpleStatementSuite)
    return [cst.SimpleStatementLine(body=body.body)]
