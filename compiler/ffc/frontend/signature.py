"""What can be said of a function or class from its syntax."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import libcst as cst

from ..ir import Callable_, Parameter, Symbol
from .parse import ParsedModule
from .walk import Walker


def parameters(params: cst.Parameters) -> tuple[Parameter, ...]:
    """The parameters in their order."""
    found = [_parameter(param, "/") for param in params.posonly_params]
    found += (_parameter(param, "") for param in params.params)
    if isinstance(params.star_arg, cst.Param):
        found.append(Parameter(params.star_arg.name.value, "*args", required=False))
    found += (_parameter(param, "*") for param in params.kwonly_params)
    if params.star_kwarg is not None:
        found.append(Parameter(params.star_kwarg.name.value, "**kwargs", required=False))
    return tuple(found)


def _parameter(param: cst.Param, kind: str) -> Parameter:
    return Parameter(param.name.value, kind, required=param.default is None)


def describe_function(
    module: ParsedModule,
    tree: cst.FunctionDef | cst.Lambda,
    kept_decorators: int,
    owner: Symbol | None = None,
) -> Callable_:
    """The function as callers see it: a method of class `owner` without its `self`."""
    known = parameters(tree.params) if kept_decorators == 0 else None
    if known is not None and owner is not None:
        known = known[1:] if known and len(known[0].kind) < 2 else known
    if isinstance(tree, cst.Lambda):
        span = module.span(tree)
        return Callable_("<lambda>", known, _tuple_length(tree.body), False, span, owner)
    return Callable_(
        name=tree.name.value,
        parameters=known,
        returned=returned_length(tree) if kept_decorators == 0 else None,
        is_async=tree.asynchronous is not None,
        span=module.span(tree.name),
        owner=owner,
        is_generator=returns_of(tree).is_generator,
    )


def returned_length(tree: cst.FunctionDef) -> int | None:
    """The length of the tuple that every way out of the function returns, None if it may vary."""
    search = returns_of(tree)
    lengths = {_tuple_length(value) for value in search.returned}
    if search.is_generator or len(lengths) != 1 or not always_returns(_block(tree.body)):
        return None
    length = lengths.pop()
    return length if length != 1 else None


@lru_cache(maxsize=4096)  # trees do not change, and several stages ask
def returns_of(tree: cst.FunctionDef) -> Returned:
    """What the function returns, and whether it yields."""
    search = Returned()
    search.walk(tree.body)
    return search


def _tuple_length(value: cst.BaseExpression | None) -> int | None:
    if not isinstance(value, cst.Tuple):
        return None
    if any(isinstance(element, cst.StarredElement) for element in value.elements):
        return None
    return len(value.elements)


def _block(suite: cst.BaseSuite) -> Sequence[cst.CSTNode]:
    return suite.body


def always_returns(statements: Sequence[cst.CSTNode]) -> bool:
    """Whether the end of the block is never reached, as far as its last statement shows."""
    last = statements[-1] if statements else None
    if isinstance(last, cst.SimpleStatementLine):
        last = last.body[-1]
    if isinstance(last, (cst.Return, cst.Raise)):
        return True
    if isinstance(last, cst.If) and last.orelse is not None:
        other = last.orelse
        rest = [other] if isinstance(other, cst.If) else _block(other.body)
        return always_returns(_block(last.body)) and always_returns(rest)
    if isinstance(last, cst.With):
        return always_returns(_block(last.body))
    return False


class Returned(Walker):
    """What a function returns, leaving out the functions inside it."""

    def __init__(self) -> None:
        self.returned: list[cst.BaseExpression | None] = []
        self.is_generator = False

    def visit_Return(self, node: cst.Return) -> bool:
        self.returned.append(node.value)
        return True

    def visit_Yield(self, node: cst.Yield) -> bool:
        self.is_generator = True
        return False

    def visit_FunctionDef(self, node: cst.FunctionDef) -> bool:
        return False

    def visit_Lambda(self, node: cst.Lambda) -> bool:
        return False

    def visit_ClassDef(self, node: cst.ClassDef) -> bool:
        return False


def methods_of(tree: cst.ClassDef) -> Iterator[cst.FunctionDef]:
    """The functions that the class body defines directly."""
    for statement in tree.body.body:
        if isinstance(statement, cst.FunctionDef):
            yield statement
