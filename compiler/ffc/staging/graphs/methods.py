"""The methods of a step's class, and the outputs that they name as plain text."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from ...frontend.search import find_outside_functions
from ...frontend.signature import methods_of, parameters
from ...ir import StepMethod
from ...source import Span
from .family import Member

_KEEPING = ("staticmethod", "classmethod", "override")


def methods_in(one: Member) -> Iterator[StepMethod]:
    """The methods that the body of a class defines, the last of each name first."""
    for tree in reversed(list(methods_of(one.tree))):
        decorators = [_text(found.decorator) for found in tree.decorators]
        known = all(name in _KEEPING for name in decorators)
        texts = list(_outputs(tree))
        yield StepMethod(
            name=tree.name.value,
            owner=one.tree.name.value,
            parameters=parameters(tree.params) if known else None,
            span=one.module.span(tree.name),
            is_static="staticmethod" in decorators,
            is_async=tree.asynchronous is not None,
            is_generator=bool(find_outside_functions(tree.body, cst.Yield)),
            gives_dict=any(isinstance(value, cst.Dict) for value in _given(tree, cst.Return)),
            outputs=tuple((found, _span(one, place)) for found, place in texts),
        )


def _span(one: Member, place: cst.CSTNode) -> Span:
    return one.module.span(place)


def _text(decorator: cst.BaseExpression) -> str:
    named = decorator.attr if isinstance(decorator, cst.Attribute) else decorator
    return named.value if isinstance(named, cst.Name) else ""


def _given(
    tree: cst.FunctionDef, *kinds: type[cst.Return] | type[cst.Yield]
) -> Iterator[cst.BaseExpression]:
    for found in find_outside_functions(tree.body, *kinds):
        value = found.value
        if isinstance(value, cst.BaseExpression):
            yield value


def _outputs(tree: cst.FunctionDef) -> Iterator[tuple[str, cst.CSTNode]]:
    """What `return` and `yield` name: `"out"`, `"a" if … else "b"`, `{"out": [note]}`."""
    pending = list(_given(tree, cst.Return, cst.Yield))
    while pending:
        value = pending.pop(0)
        if isinstance(value, cst.SimpleString) and isinstance(value.evaluated_value, str):
            yield value.evaluated_value, value
        elif isinstance(value, cst.IfExp):
            pending += (value.body, value.orelse)
        elif isinstance(value, cst.Dict):
            for entry in value.elements:
                key = entry.key if isinstance(entry, cst.DictElement) else None
                if isinstance(key, cst.SimpleString) and isinstance(key.evaluated_value, str):
                    yield key.evaluated_value, key
