"""A last look at a driver: every variable of `main()` has a value before it is used.

What fills variables with refs may have to wait for a run that others come before. An order that
cannot be is refused; no driver is written that stops with a `NameError`.
"""

from __future__ import annotations

import ast
import builtins
import symtable
from collections.abc import Iterator
from types import CodeType

from .accepted import Accepted

_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)


def unbound(driver: Accepted, app: str) -> str | None:
    """The first variable that `main()` reads before it is bound, or that only the app binds."""
    module = driver.tree.body
    main = next(s for s in module if isinstance(s, ast.FunctionDef) and s.name == "main")
    inside = (one for one in driver.code.co_consts if isinstance(one, CodeType))
    scope = next(one for one in inside if one.co_name == "main")
    own = {*scope.co_varnames, *scope.co_cellvars}
    bound = (name for statement in module for name in _binds(statement))
    look = _Look(own, {*bound, *dir(builtins)})
    for argument in main.args.args:
        look.waiting.discard(argument.arg)
    for statement in main.body:
        look.visit(statement)
    if not own.issuperset(look.late):
        there = set(_globals(symtable.symtable(driver.text, "driver", "exec")))
        own |= set(_all_names(symtable.symtable(app, "app", "exec"))) - there
    return next((name for name in look.late if name in own), None)


def _globals(module: symtable.SymbolTable) -> Iterator[str]:
    """The names that a module has, its functions' own globals included."""
    for scope in _scopes(module):
        for symbol in scope.get_symbols():
            if symbol.is_declared_global() or (scope is module and _is_bound(symbol)):
                yield symbol.get_name()


def _all_names(module: symtable.SymbolTable) -> Iterator[str]:
    """The names that any scope of a module binds."""
    for scope in _scopes(module):
        yield from (symbol.get_name() for symbol in scope.get_symbols() if _is_bound(symbol))


def _scopes(scope: symtable.SymbolTable) -> Iterator[symtable.SymbolTable]:
    yield scope
    for child in scope.get_children():
        yield from _scopes(child)


def _is_bound(symbol: symtable.Symbol) -> bool:
    return symbol.is_assigned() or symbol.is_imported() or symbol.is_namespace()


def _binds(tree: ast.AST) -> Iterator[str]:
    """The names that some code binds in its own scope."""
    if isinstance(tree, _SCOPES):
        yield from () if isinstance(tree, ast.Lambda) else (tree.name,)
        return
    if isinstance(tree, ast.Name) and not isinstance(tree.ctx, ast.Load):
        yield tree.id
    elif isinstance(tree, (ast.MatchAs, ast.MatchStar, ast.ExceptHandler)) and tree.name:
        yield tree.name
    elif isinstance(tree, ast.MatchMapping) and tree.rest:
        yield tree.rest
    elif isinstance(tree, ast.alias):
        yield (tree.asname or tree.name).partition(".")[0]
    for child in ast.iter_child_nodes(tree):
        if not (isinstance(tree, ast.comprehension) and child is tree.target):
            yield from _binds(child)


class _Look(ast.NodeVisitor):
    """Goes through code in the order in which it runs; what one branch binds, all have.

    The names in `waiting` have no value yet, those in `there` always have one; `late` are those
    that are read and have none.
    """

    def __init__(self, own: set[str], there: set[str]) -> None:
        self.waiting = set(own)
        self._there = there | own
        self.late: dict[str, None] = {}

    def visit_Name(self, node: ast.Name) -> None:
        if not isinstance(node.ctx, ast.Load):
            self.waiting.discard(node.id)
        elif node.id in self.waiting or node.id not in self._there:
            self.late[node.id] = None

    def _nothing(self, node: ast.AST) -> None:
        """It reads nothing; what is inherited looks at its parts, and for older methods."""

    visit_Constant = visit_Load = _nothing

    def visit_Assign(self, node: ast.Assign) -> None:
        self.visit(node.value)  # the targets stand before it
        for target in node.targets:
            self.visit(target)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self.visit(node.value)
        self.visit(node.target)  # the annotation of a variable is not evaluated

    def visit_For(self, node: ast.For) -> None:
        """What it goes through comes first; then each pass has what others bind."""
        self.visit(node.iter)
        self.waiting.difference_update(_binds(node.target))
        for statement in node.body:
            self.waiting.difference_update(_binds(statement))
        for statement in (*node.body, *node.orelse):
            self.visit(statement)

    def visit_While(self, node: ast.While) -> None:
        for statement in node.body:
            self.waiting.difference_update(_binds(statement))
        self.generic_visit(node)

    def _binding(self, node: ast.AST) -> None:
        self.waiting.difference_update(_binds(node))
        if not isinstance(node, _SCOPES):  # they run later
            self.generic_visit(node)

    visit_FunctionDef = visit_AsyncFunctionDef = visit_ClassDef = visit_Lambda = _binding
    visit_Match = visit_Try = visit_alias = _binding

    def _comprehension(
        self, node: ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp
    ) -> None:
        parts = [name for part in node.generators for name in _binds(part.target)]
        self.waiting.difference_update(parts)
        self._there.update(parts)
        self.generic_visit(node)

    visit_ListComp = visit_SetComp = visit_DictComp = visit_GeneratorExp = _comprehension
