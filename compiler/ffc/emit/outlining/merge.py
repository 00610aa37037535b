"""The code of several calls as that of one function.

Where they differ stands a parameter, or in strings what is made of one; a variable of `main()` is
always a parameter. Their own variables get the names that these have in the app.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

import libcst as cst

from ..names import Names
from .body import Body, Unlike
from .strings import Given, Hole, Piece, formatted, pieces, plain

_CODE = cst.Module(body=())
_LITERALS = (cst.BaseNumber, cst.SimpleString, cst.ConcatenatedString)
_STRINGS = (cst.SimpleString, cst.FormattedString)
_LAYOUT = ("whitespace", "leading_lines", "trailing", "lpar", "rpar", "comma", "semicolon")
_CONSTANTS = ("None", "True", "False")


class Merge:
    """The `module` that the bodies are, its `parameters`, and `variables` by their names in each.

    A parameter is known by its plain code in each body; as it is `written` there, by its name.
    Variables of `main()` that are `passed` become parameters. In each body, names are what the app
    `wanted` them to be.

    Raises `Unlike` where they do not do the same.
    """

    def __init__(
        self,
        bodies: Sequence[Body],
        passed: frozenset[str],
        given: Sequence[Given],
        wanted: Sequence[Mapping[str, str]],
        names: Names,
    ) -> None:
        self.parameters: dict[tuple[str, ...], str] = {}
        self.written: dict[str, tuple[str, ...]] = {}
        self.variables: dict[tuple[str, ...], str] = {}
        self._bodies, self._passed, self._wanted = bodies, passed, wanted
        self._given, self._names = given, names
        self._bound = frozenset(name for body in bodies for name in body.bound)
        self._hint = ""
        merged = self._inside([body.module for body in bodies])
        assert isinstance(merged, cst.Module)
        self.module = merged

    def _node(self, nodes: Sequence[cst.CSTNode]) -> cst.CSTNode:
        first = nodes[0]
        if isinstance(first, cst.Attribute):
            if not self._are_same(nodes) and all(map(self._is_free, nodes)):
                return self._parameter(nodes)
            return self._attribute(nodes)
        if isinstance(first, cst.Arg):
            return self._argument(nodes)
        if isinstance(first, cst.BaseExpression):
            return self._expression(nodes)
        return self._inside(nodes)

    def _attribute(self, nodes: Sequence[cst.CSTNode]) -> cst.CSTNode:
        found = [one for one in nodes if isinstance(one, cst.Attribute)]
        if len(found) != len(nodes) or len({one.attr.value for one in found}) > 1:
            raise Unlike("other attributes")
        return found[0].with_changes(value=self._node([one.value for one in found]))

    def _argument(self, nodes: Sequence[cst.CSTNode]) -> cst.CSTNode:
        found = [one for one in nodes if isinstance(one, cst.Arg)]
        heads = {(one.keyword.value if one.keyword else "", one.star) for one in found}
        if len(found) != len(nodes) or len(heads) > 1:
            raise Unlike("other arguments")
        keyword, _ = heads.pop()
        outer, self._hint = self._hint, keyword or ""
        value = self._node([one.value for one in found])
        self._hint = outer
        return found[0].with_changes(value=value)

    def _expression(self, nodes: Sequence[cst.CSTNode]) -> cst.CSTNode:
        if all(isinstance(one, cst.Name) for one in nodes):
            return self._name(nodes)
        same = self._are_same(nodes)
        if not same and self._app_gives(nodes):
            return self._parameter(nodes)
        if not same and all(isinstance(one, _STRINGS) for one in nodes):
            return self._string(nodes)
        alike = all(type(one) is type(nodes[0]) for one in nodes)
        whole = not alike or isinstance(nodes[0], (*_LITERALS, cst.UnaryOperation))
        if whole and not same and all(map(self._is_free, nodes)):
            return self._parameter(nodes)
        return self._inside(nodes)

    def _name(self, nodes: Sequence[cst.CSTNode]) -> cst.CSTNode:
        names = tuple(one.value for one in nodes if isinstance(one, cst.Name))
        bound = [name in body.bound for name, body in zip(names, self._bodies, strict=True)]
        if all(bound):
            return self._renamed(nodes[0], self._variable(names))
        if any(bound):
            raise Unlike("a variable of the call, and one of others")
        if len(set(names)) == 1 and names[0] not in self._passed:
            return nodes[0]
        return self._renamed(
            nodes[0], self._parameter_name(names, self._wanted[0].get(names[0], ""))
        )

    def _variable(self, names: tuple[str, ...]) -> str:
        if names not in self.variables:
            for one in self.variables:
                if any(a == b for a, b in zip(one, names, strict=True)):
                    raise Unlike("variables that do not correspond")
            wanted = {own.get(name, name) for name, own in zip(names, self._wanted, strict=True)}
            self.variables[names] = self._names.take(min(wanted) if len(wanted) == 1 else "result")
        return self.variables[names]

    def _renamed(self, node: cst.CSTNode, name: str) -> cst.CSTNode:
        return node.with_changes(value=name)

    def _parameter(self, nodes: Sequence[cst.CSTNode]) -> cst.CSTNode:
        name = self._parameter_name(_codes(nodes), self._hint)
        return cst.Name(name)

    def _parameter_name(self, codes: tuple[str, ...], hint: str) -> str:
        key = tuple(map(plain, codes))
        if key not in self.parameters:
            name = self._app_name(codes) or hint
            if not name:
                raise Unlike("a parameter without a name")
            self.parameters[key] = self._names.take(name)
            self.written[self.parameters[key]] = codes
        return self.parameters[key]

    def _app_name(self, codes: tuple[str, ...]) -> str | None:
        """The parameter of the app that is just this."""
        texts = tuple(map(plain, codes))
        return next((one.name for one in self._given if one.plain == texts), None)

    def _app_gives(self, nodes: Sequence[cst.CSTNode]) -> bool:
        return self._app_name(_codes(nodes)) is not None and all(map(self._is_free, nodes))

    def _string(self, nodes: Sequence[cst.CSTNode]) -> cst.CSTNode:
        strings = [one for one in nodes if isinstance(one, cst.BaseExpression)]
        differing = [one for one in self._given if len(set(one.plain)) > 1]
        for whole in (True, False):
            rows = _rows([pieces(one, differing, n, whole) for n, one in enumerate(strings)])
            if rows:
                return formatted([self._piece(row) for row in rows])
        if all(map(self._is_free, nodes)):
            return self._parameter(nodes)
        raise Unlike("strings")

    def _piece(self, row: Sequence[Piece]) -> Piece:
        first = row[0]
        if isinstance(first, Hole):
            written = next(one.written for one in self._given if one.name == first.name)
            return Hole(self._parameter_name(written, first.name))
        if isinstance(first, cst.CSTNode):
            merged = self._inside([one for one in row if isinstance(one, cst.CSTNode)])
            assert isinstance(merged, cst.FormattedStringExpression)
            return merged
        return first

    def _is_free(self, node: cst.CSTNode) -> bool:
        """Whether it can be worked out where the function is called, as well as in it."""
        if isinstance(node, cst.Name):
            return node.value in _CONSTANTS or node.value not in self._bound
        if isinstance(node, cst.Attribute):
            return self._is_free(node.value)
        if isinstance(node, cst.UnaryOperation):
            return isinstance(node.operator, cst.Minus) and self._is_free(node.expression)
        if isinstance(node, (cst.Tuple, cst.List, cst.Set, cst.Dict)):
            values = [getattr(one, "key", None) for one in node.elements]
            values += [getattr(one, "value", None) for one in node.elements]
            return all(self._is_free(one) for one in values if one is not None)
        return isinstance(node, _LITERALS)

    def _are_same(self, nodes: Sequence[cst.CSTNode]) -> bool:
        return len(nodes) == 1 or len(set(_codes(nodes))) == 1

    def _inside(self, nodes: Sequence[cst.CSTNode]) -> cst.CSTNode:
        first = nodes[0]
        if any(type(one) is not type(first) for one in nodes):
            raise Unlike("other code")
        changes: dict[str, Any] = {}
        for one in fields(first):
            if one.name.startswith(_LAYOUT):
                continue
            values = [getattr(node, one.name) for node in nodes]
            merged = self._value(values)
            if merged is not values[0]:
                changes[one.name] = merged
        return first.with_changes(**changes) if changes else first

    def _value(self, values: Sequence[Any]) -> Any:
        first = values[0]
        if isinstance(first, cst.CSTNode):
            if not all(isinstance(one, cst.CSTNode) for one in values):
                raise Unlike("other code")
            return self._node(values)
        if isinstance(first, (list, tuple)):
            if any(len(one) != len(first) for one in values):
                raise Unlike("other lengths")
            merged = [self._node(row) for row in zip(*values, strict=True)]
            return first if all(a is b for a, b in zip(merged, first, strict=True)) else merged
        if any(one != first for one in values):
            raise Unlike("other words")
        return first


def _codes(nodes: Sequence[cst.CSTNode]) -> tuple[str, ...]:
    return tuple(_CODE.code_for_node(one) for one in nodes)


def _rows(found: Sequence[list[Piece] | None]) -> list[tuple[Piece, ...]]:
    """The pieces of all calls side by side; none if they do not fit."""
    known = [one for one in found if one is not None]
    if len(known) < len(found) or len({len(one) for one in known}) > 1:
        return []
    rows = [*zip(*known, strict=True)]
    return rows if all(map(_fits, rows)) else []


def _fits(row: Sequence[Piece]) -> bool:
    if all(isinstance(one, cst.CSTNode) for one in row):
        return True
    return all(one == row[0] for one in row)
