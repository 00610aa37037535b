"""A smaller app with the same verdict: parts are left out as long as it stays legal and wrong."""

from __future__ import annotations

import ast
import time
from collections.abc import Callable
from typing import Any

from .judge import Judge, Verdict
from .process import TooLong
from .strict import Illegal, run_legal


def smaller(source: str, verdict: Verdict, judge: Judge, seconds: float = 60) -> str:
    """An app that is as small as can be found in the time (of this process)."""
    end = time.process_time() + seconds

    tried: set[str] = set()

    def is_same(candidate: str) -> bool:
        if time.process_time() > end or candidate in tried:
            return False
        tried.add(candidate)
        try:
            printed = run_legal(candidate)
        except (Exception, Illegal, TooLong):
            return False
        found = judge.verdict(candidate, printed)
        return (found.kind, found.title) == (verdict.kind, verdict.title)

    tree = ast.parse(source)
    if not is_same(ast.unparse(tree)):
        return source  # its form matters
    before = ""
    while before != (before := ast.unparse(tree)) and time.process_time() < end:
        _Reducer(tree, is_same).run()
    return ast.unparse(tree) + "\n"


class _Reducer:
    """Tries what can be left out of a tree, the largest parts first."""

    def __init__(self, tree: ast.Module, is_same: Callable[[str], bool]) -> None:
        self._tree, self._is_same = tree, is_same

    def run(self) -> None:
        for step in (self._shorten_all, self._unwrap_all, self._simplify_all):
            self._visit(self._tree, step)

    def _visit(self, node: ast.AST, step: Callable[[ast.AST, str, Any], None]) -> None:
        """Each node of the tree, as it is when it is come to: outer ones first."""
        for name, part in ast.iter_fields(node):
            step(node, name, part)
        for child in list(ast.iter_child_nodes(node)):
            self._visit(child, step)

    def _shorten_all(self, node: ast.AST, name: str, part: Any) -> None:
        if isinstance(part, list) and part and isinstance(part[0], ast.AST):
            self._shorten(node, name)

    def _unwrap_all(self, node: ast.AST, name: str, part: Any) -> None:
        if isinstance(part, list) and part and isinstance(part[0], ast.stmt):
            self._unwrap(node, name)

    def _simplify_all(self, node: ast.AST, name: str, part: Any) -> None:
        if isinstance(part, ast.expr):
            self._simplify(node, name, part)
        elif isinstance(part, list):
            for index, one in enumerate(part):
                if isinstance(one, ast.expr):
                    self._simplify(part, index, one)

    def _try(self, owner: Any, key: Any, new: Any) -> bool:
        """Puts something in a place of the tree, and takes it back if that changes the verdict."""
        old = owner[key] if isinstance(owner, list) else getattr(owner, key)
        _put(owner, key, new)
        try:
            if self._is_same(ast.unparse(ast.fix_missing_locations(self._tree))):
                return True
        except (AttributeError, IndexError, TypeError, ValueError):
            pass  # no Python any more, for `unparse`
        _put(owner, key, old)
        return False

    def _shorten(self, node: ast.AST, name: str) -> None:
        """Leaves out runs of a list's elements, shorter and shorter ones."""
        size = len(getattr(node, name))
        while size:
            start = 0
            while start < len(items := getattr(node, name)):
                left = items[:start] + items[start + size :]
                if isinstance(items[0], ast.stmt) and not left and name == "body":
                    left = [ast.Pass()]
                    if isinstance(items[0], ast.Pass):
                        break
                if not self._leave_out(node, name, left, start, size):
                    start += size
            size //= 2

    def _leave_out(self, node: ast.AST, name: str, left: list[Any], start: int, size: int) -> bool:
        if isinstance(node, ast.Dict):  # keys and values belong together
            keys, values = node.keys, node.values
            node.keys = keys[:start] + keys[start + size :]
            if self._try(node, "values", values[:start] + values[start + size :]):
                return True
            node.keys = keys
            return False
        return self._try(node, name, left)

    def _unwrap(self, node: ast.AST, name: str) -> None:
        """Puts the body of a compound statement in its place."""
        index = 0
        while index < len(items := getattr(node, name)):
            for part in ("body", "orelse", "finalbody"):
                body = getattr(items[index], part, [])
                is_block = body and isinstance(body, list) and isinstance(body[0], ast.stmt)
                if is_block and self._try(node, name, items[:index] + body + items[index + 1 :]):
                    break
            index += 1

    def _simplify(self, owner: Any, key: Any, old: ast.expr) -> None:
        """Puts something simpler in the place of an expression: a constant, or a part of it."""
        context = getattr(old, "ctx", None)
        if context is not None and not isinstance(context, ast.Load):
            return
        if not isinstance(old, ast.Constant) and self._try(owner, key, ast.Constant(0)):
            return
        for part in ast.iter_child_nodes(old):
            if isinstance(part, ast.Starred):
                part = part.value
            if isinstance(part, ast.expr) and self._try(owner, key, part):
                return


def _put(owner: Any, key: Any, new: Any) -> None:
    if isinstance(owner, list):
        owner[key] = new
    else:
        setattr(owner, key, new)
