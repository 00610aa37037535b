"""A last look at a driver: every variable of `main()` has a value before it is used.

What fills variables with refs may have to wait for a run that others come before. An order that
cannot be is refused; no driver is written that stops with a `NameError`.
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator

_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)


def unbound(driver: str, app: str) -> str | None:
    """The first variable that `main()` reads before it is bound, or that only the app binds."""
    module = ast.parse(driver)
    main = next(s for s in module.body if isinstance(s, ast.FunctionDef) and s.name == "main")
    declared = {n for s in ast.walk(main) if isinstance(s, ast.Global) for n in s.names}
    outside = {name for one in module.body for name in _binds(one)} | declared
    local = {name for one in main.body for name in _binds(one)} - declared
    own = {n.id for n in ast.walk(ast.parse(app)) if isinstance(n, ast.Name) and _is_bound(n)}
    look = _Look(((local | own) - (outside - local)) - set(dir(builtins)))
    for argument in main.args.args:
        look.waiting.discard(argument.arg)
    for statement in main.body:
        look.visit(statement)
    return look.found


def _is_bound(name: ast.Name) -> bool:
    return not isinstance(name.ctx, ast.Load)


def _binds(tree: ast.AST) -> Iterator[str]:
    """The names that some code binds in its own scope."""
    if isinstance(tree, _SCOPES):
        yield from () if isinstance(tree, ast.Lambda) else (tree.name,)
        return
    if isinstance(tree, ast.Name) and _is_bound(tree):
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

    The names in `waiting` have no value yet.
    """

    def __init__(self, waiting: set[str]) -> None:
        self.waiting = waiting
        self.found: str | None = None

    def visit_Name(self, node: ast.Name) -> None:
        if _is_bound(node):
            self.waiting.discard(node.id)
        elif node.id in self.waiting:
            self.found = self.found or node.id

    def generic_visit(self, node: ast.AST) -> None:
        if isinstance(node, (*_SCOPES, ast.For, ast.While, ast.Match, ast.Try, ast.alias)):
            self.waiting.difference_update(_binds(node))
        elif isinstance(node, (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)):
            parts = (name for part in node.generators for name in _binds(part.target))
            self.waiting.difference_update(parts)
        if isinstance(node, _SCOPES):
            return  # they run later
        if isinstance(node, (ast.Assign, ast.AnnAssign)) and node.value is not None:
            self.visit(node.value)
        super().generic_visit(node)
