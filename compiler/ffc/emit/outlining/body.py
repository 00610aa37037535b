"""The lines of one call as code by itself: the names that it binds, and those that it reads."""

from __future__ import annotations

import ast
import symtable
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import libcst as cst

from ..indent import indented
from .line import Line, code_of

_COMPREHENSIONS = {"listcomp", "setcomp", "dictcomp", "genexpr"}
_SCOPES = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


class Unlike(Exception):
    """The lines of calls cannot be those of a function; says why, for who debugs ffc."""


@dataclass(frozen=True)
class Body:
    """The code of a call. It binds `assigned`, its comprehensions `inner`; other names it `reads`.

    What of `assigned` has a value whatever blocks of the code do is `certain`; what is read
    whatever they do, `needed`.
    """

    module: cst.Module
    assigned: frozenset[str]
    inner: frozenset[str]
    reads: frozenset[str]
    certain: frozenset[str]
    needed: frozenset[str]

    @property
    def bound(self) -> frozenset[str]:
        return self.assigned | self.inner


def body_of(lines: Sequence[Line]) -> Body:
    """The body that lines are; raises `Unlike` if they would mean something else in a function."""
    code = code_of(lines, lines[0].depth)
    try:
        tree = ast.parse(code)
        table = symtable.symtable(f"def f():\n{indented(code)}\n", "", "exec")
        module = cst.parse_module(code)
    except (SyntaxError, cst.ParserSyntaxError) as error:
        raise Unlike("part of a block") from error
    inside = [*_tables(table.get_children()[0])]
    assigned = {s.get_name() for s in inside[0].get_symbols() if s.is_local()}
    inner = {s.get_name() for one in inside[1:] for s in one.get_symbols() if s.is_local()}
    reads = {s.get_name() for one in inside for s in one.get_symbols() if not s.is_local()}
    inner = {name for name in inner if not name.startswith(".")}
    if inner & (assigned | reads):
        raise Unlike("a comprehension's variable means something outside, too")
    _check_order(tree, assigned)
    certain = frozenset(name for one in tree.body for name in _certain(one))
    reads -= assigned
    needed = frozenset(name for one in tree.body for name in loads(one))
    return Body(module, frozenset(assigned), frozenset(inner), frozenset(reads), certain, needed)


def _tables(table: symtable.SymbolTable) -> Iterator[symtable.SymbolTable]:
    """Those of a function and its comprehensions."""
    yield table
    for child in table.get_children():
        if child.get_name() not in _COMPREHENSIONS:
            raise Unlike("a function inside")
        yield from _tables(child)


def _check_order(tree: ast.Module, assigned: set[str]) -> None:
    """What is bound there must not be read before: that would be a value from outside."""
    seen: set[str] = set()
    for statement in _statements(tree.body):
        if isinstance(statement, (ast.Delete, ast.Global, ast.Nonlocal, ast.Return, ast.Import)):
            raise Unlike("a statement that means something else in a function")
        read = {*loads(statement)} & assigned
        if isinstance(statement, ast.AugAssign) and isinstance(statement.target, ast.Name):
            read |= {statement.target.id}
        if read - seen:
            raise Unlike("a variable that is read before it is bound")
        seen |= {*stores(statement)}


def _statements(body: Sequence[ast.stmt]) -> Iterator[ast.stmt]:
    """All statements, in the order of the text."""
    for statement in body:
        yield statement
        for one in _parts(statement):
            yield from _statements(one)


def _parts(statement: ast.AST) -> Iterator[list[ast.stmt]]:
    """The bodies of a compound statement."""
    for name in ("body", "handlers", "cases", "orelse", "finalbody"):
        for one in [getattr(statement, name, [])]:
            if one and isinstance(one[0], ast.stmt):
                yield one
            else:
                for part in one if isinstance(one, list) else ():
                    yield from _parts(part)


def _own(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes of a statement but those of statements inside."""
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.stmt):
            yield child
            yield from _own(child)


def loads(node: ast.AST) -> Iterator[str]:
    """The names that a statement itself reads, each as often as it does."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, _SCOPES):
            made = {name for one in child.generators for name in _names(one.target)}
            yield from (name for name in loads(child) if name not in made)
        elif isinstance(child, ast.Name):
            if isinstance(child.ctx, ast.Load):
                yield child.id
        elif not isinstance(child, ast.stmt):
            yield from loads(child)


def _names(target: ast.expr) -> Iterator[str]:
    return (one.id for one in ast.walk(target) if isinstance(one, ast.Name))


def stores(statement: ast.stmt) -> Iterator[str]:
    """The names that a statement itself binds."""
    for one in _own(statement):
        if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store):
            yield one.id
        elif isinstance(one, (ast.ExceptHandler, ast.MatchAs, ast.MatchStar)) and one.name:
            yield one.name


def _certain(statement: ast.stmt) -> Iterator[str]:
    """The names that it binds for certain."""
    if isinstance(statement, (ast.Assign, ast.AnnAssign, ast.With)):
        yield from stores(statement)
    if isinstance(statement, ast.With):
        yield from (name for one in statement.body for name in _certain(one))
