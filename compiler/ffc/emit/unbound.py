"""A last look at a driver: every variable of `main()` has a value before it is used.

What fills variables with refs may have to wait for a run that others come before. An order that
cannot be is refused; no driver is written that stops with a `NameError`.
"""

from __future__ import annotations

import ast
import builtins
import symtable
from collections.abc import Iterator

_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)


def unbound(driver: str, app: str) -> str | None:
    """The first variable that `main()` reads before it is bound, or that only the app binds."""
    module = ast.parse(driver)
    main = next(s for s in module.body if isinstance(s, ast.FunctionDef) and s.name == "main")
    table = symtable.symtable(driver, "driver", "exec")
    scope = next(one for one in table.get_children() if one.get_name() == "main")
    own = {one.get_name() for one in scope.get_symbols() if one.is_local()}
    look = _Look(own, {*_globals(table), *dir(builtins)})
    for argument in main.args.args:
        look.waiting.discard(argument.arg)
    for statement in main.body:
        look.visit(statement)
    if not own.issuperset(look.late):
        own.update(_all_names(symtable.symtable(app, "app", "exec")))
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

    def visit_Constant(self, node: ast.Constant) -> None:
        """It reads nothing; what is inherited looks for methods of older Pythons."""

    def visit_For(self, node: ast.For) -> None:
        """What it goes through comes first; then each pass has what others bind."""
        self.visit(node.iter)
        self.waiting.difference_update(_binds(node.target))
        for statement in node.body:
            self.waiting.difference_update(_binds(statement))
        for statement in (*node.body, *node.orelse):
            self.visit(statement)

    def generic_visit(self, node: ast.AST) -> None:
        if isinstance(node, ast.expr_context):
            return
        if isinstance(node, ast.While):
            for statement in node.body:
                self.waiting.difference_update(_binds(statement))
        elif isinstance(node, (*_SCOPES, ast.Match, ast.Try, ast.alias)):
            self.waiting.difference_update(_binds(node))
        elif isinstance(node, (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)):
            parts = [name for part in node.generators for name in _binds(part.target)]
            self.waiting.difference_update(parts)
            self._there.update(parts)
        if isinstance(node, _SCOPES):
            return  # they run later
        if isinstance(node, (ast.Assign, ast.AnnAssign)) and node.value is not None:
            self.visit(node.value)  # the targets stand before it
            for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
                self.visit(target)
        else:
            super().generic_visit(node)
