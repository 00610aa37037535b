"""What changes a value in place: the name through which it is reached, and where.

data[0] = 1        data.total += 1        del data[k]        data.append(1)        shuffle(data)

`data += 1` is none: it binds a name to another value, unless that is a list or an array.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import libcst as cst

from ...ir.facts import How

# Of lists, dicts, sets, deques, arrays and data frames. The first give nothing, so that a call
# whose value is used is one of a method that is only called alike (`frame.sort("a")` of polars).
_GIVING_NOTHING = frozenset(
    "add append appendleft clear difference_update discard extend extendleft fill insert "
    "intersection_update itemset remove resize reverse rotate setflags sort "
    "symmetric_difference_update update".split()
)
_GIVING_ITEMS = frozenset("pop popitem popleft setdefault".split())
_FUNCTIONS = frozenset(
    "bisect.insort bisect.insort_left bisect.insort_right delattr heapq.heapify heapq.heappop "
    "heapq.heappush heapq.heappushpop heapq.heapreplace numpy.copyto numpy.fill_diagonal "
    "numpy.place numpy.put numpy.putmask numpy.random.shuffle random.shuffle setattr".split()
)
_LAST_PARTS = frozenset(name.rpartition(".")[2] for name in _FUNCTIONS)


@dataclass(frozen=True)
class InPlace:
    """`place` changes what `root` stands for, or something in it."""

    root: cst.Name
    how: How
    place: cst.CSTNode


def in_place(
    nodes: Iterable[cst.CSTNode], qualified: Callable[[cst.BaseExpression], str]
) -> Iterator[InPlace]:
    """The changes among `nodes`, which are in the order of the text."""
    unused: set[int] = set()
    for node in nodes:
        if isinstance(node, cst.Expr):
            unused.add(id(node.value))
        elif isinstance(node, cst.Call):
            yield from _called(node, id(node) in unused, qualified)
        for target in _assigned(node):
            yield from _targets(target)


def _assigned(node: cst.CSTNode) -> list[cst.BaseExpression]:
    if isinstance(node, cst.Assign):
        return [target.target for target in node.targets]
    if isinstance(node, cst.AnnAssign) and node.value is None:
        return []
    return [node.target] if isinstance(node, (cst.AnnAssign, cst.AugAssign, cst.Del)) else []


def _targets(target: cst.BaseExpression) -> Iterator[InPlace]:
    if isinstance(target, (cst.Tuple, cst.List)):
        for element in target.elements:
            yield from _targets(element.value)
    elif isinstance(target, (cst.Subscript, cst.Attribute)):
        how = How.ITEM if isinstance(target, cst.Subscript) else How.ATTRIBUTE
        yield from _change(target, how, target)


def _called(
    call: cst.Call, is_unused: bool, qualified: Callable[[cst.BaseExpression], str]
) -> Iterator[InPlace]:
    function = call.func
    last = function.attr if isinstance(function, cst.Attribute) else function
    name = last.value if isinstance(last, cst.Name) else ""
    first = call.args[0].value if call.args and not call.args[0].star else None
    if isinstance(function, cst.Attribute) and _is_changing(call, name, is_unused):
        yield from _change(function.value, How.METHOD, call)
    elif first is None:
        return
    elif name == "shuffle" and is_unused and len(call.args) == 1:
        yield from _change(first, How.METHOD, call)  # of any generator of random numbers
    elif name in _LAST_PARTS and qualified(function) in _FUNCTIONS:
        yield from _change(first, How.METHOD, call)


def _is_changing(call: cst.Call, method: str, is_unused: bool) -> bool:
    if method in _GIVING_ITEMS or any(_says_so(arg) for arg in call.args):
        return True
    is_torch = method.endswith("_") and not method.endswith("__")  # as in `tensor.add_(1)`
    return is_unused and (method in _GIVING_NOTHING or is_torch)


def _says_so(arg: cst.Arg) -> bool:
    """`inplace=True`, as pandas has it."""
    named = arg.keyword is not None and arg.keyword.value == "inplace"
    return named and isinstance(arg.value, cst.Name) and arg.value.value == "True"


def _change(owner: cst.BaseExpression, how: How, place: cst.CSTNode) -> Iterator[InPlace]:
    while isinstance(owner, (cst.Attribute, cst.Subscript)):
        owner = owner.value
    if isinstance(owner, cst.Name):
        yield InPlace(owner, how, place)
