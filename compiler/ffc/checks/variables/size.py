"""How many bytes a value takes when it is sent, as far as its code shows.

[0] * 10_000_000            np.zeros((10_000, 10_000))            list(range(N))

An estimate: what matters is whether there are thousands or millions.
"""

from __future__ import annotations

import ast

from ...ir import Symbol
from .arrays import array_size, count_of
from .integers import integer
from .written import Variables, Written, length

_ITEM = 5  # bytes of a number in a pickle
_WRAPPING = frozenset("frozenset list set sorted tuple".split())
_SAME_SIZE = frozenset("astype copy reshape".split())


def size_of(symbol: Symbol, variables: Variables) -> int | None:
    """The bytes of what a variable holds, None where its code does not show them."""
    plain = variables.bound(symbol)
    if plain is None:
        return None
    value = variables.value(symbol)
    if value is None:  # its code is too long to be looked into, or is no assignment
        return length(plain.code) if plain.value is not None else None
    return _Sizes(value, variables).size(value.tree)


class _Sizes:
    """The sizes of the parts of one expression."""

    def __init__(self, written: Written, variables: Variables) -> None:
        self._written = written
        self._variables = variables

    def size(self, node: ast.expr) -> int | None:
        match node:
            case ast.Constant():
                return len(node.value) if isinstance(node.value, (str, bytes)) else _ITEM
            case ast.List() | ast.Tuple() | ast.Set():
                return sum(self._part(element) for element in node.elts)
            case ast.Dict():
                parts = [*filter(None, node.keys), *node.values]
                return sum(self._part(part) for part in parts)
            case ast.BinOp(op=ast.Mult()):
                return self._repeated(node.left, node.right)
            case ast.ListComp() | ast.SetComp():
                return self._times(node.generators, self._part(node.elt))
            case ast.DictComp():
                both = self._part(node.key) + self._part(node.value)
                return self._times(node.generators, both)
            case ast.Call():
                return self._called(node)
        return None

    def _part(self, node: ast.expr) -> int:
        return self.size(node) or _ITEM

    def _repeated(self, left: ast.expr, right: ast.expr) -> int | None:
        """`[0] * 1000`, `1000 * "a"`."""
        for sequence, times in ((left, right), (right, left)):
            count = integer(times, self._written, self._variables)
            if count is not None and not isinstance(sequence, (ast.Name, ast.Attribute)):
                size = self.size(sequence)
                return None if size is None else size * count
        return None

    def _times(self, generators: list[ast.comprehension], each: int) -> int | None:
        """A comprehension over ranges, without conditions."""
        for one in generators:
            count = self._count(one.iter)
            if count is None or one.ifs:
                return None
            each *= count
        return each

    def _count(self, node: ast.expr) -> int | None:
        if isinstance(node, ast.Call) and self._name(node) == "range":
            return count_of(node.args, self._written, self._variables)
        return None

    def _called(self, call: ast.Call) -> int | None:
        name = self._name(call)
        first = call.args[0] if call.args else None
        if name in ("bytes", "bytearray") and first is not None:
            count = integer(first, self._written, self._variables)
            return self.size(first) if count is None else count
        if name in _WRAPPING and first is not None:
            if isinstance(first, ast.GeneratorExp):
                return self._times(first.generators, self._part(first.elt))
            count = self._count(first)
            return self.size(first) if count is None else count * _ITEM
        if isinstance(call.func, ast.Attribute) and call.func.attr in _SAME_SIZE:
            return self.size(call.func.value)
        return array_size(call, name, self._written, self._variables)

    def _name(self, call: ast.Call) -> str:
        return self._variables.qualified(call.func, self._written)
