"""Takes out of the runtime's text what an app cannot reach.

class Storage:                                class Storage:
    def list_tasks(self, …): …        →           def save(self, …): …
    def save(self, …): …

What stands behind `if FEATURE:` stays, without the `if`, for an app with that word, and goes for
others. A definition stays if code that stays names it; a method, if such code or
the app names it, behind a dot or as a text. Code is cut by lines, so that what stays is as it was
written.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Set

_Definition = ast.FunctionDef | ast.ClassDef


def slimmed(text: str, wanted: Set[str], words: Set[str]) -> str:
    """The text with what the definitions called `wanted` need, for an app with these `words`."""
    text = decided(text, words)
    while True:
        tree = _without_annotations(ast.parse(text))
        gone = [*_unreached(tree, wanted), *_uncalled(tree, words)]
        if not gone:
            return text
        text = _without(text, gone)


def decided(text: str, words: Set[str]) -> str:
    """The text without `if FEATURE:`, and without what stands behind those not among `words`."""
    lines = text.splitlines(keepends=True)
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.If):
            continue
        first = node.test.values[0] if isinstance(node.test, ast.BoolOp) else node.test
        if not (isinstance(first, ast.Name) and first.id.isupper()):
            continue
        has_feature = first.id in words
        if has_feature and first is not node.test:  # the rest of the condition stays
            line = lines[node.lineno - 1]
            lines[node.lineno - 1] = line.replace(f"{first.id} and ", "")
            continue
        stays = node.body if has_feature else node.orelse
        kept = range(stays[0].lineno, (stays[-1].end_lineno or 0) + 1) if stays else ()
        for number in range(node.lineno, (node.end_lineno or 0) + 1):
            line = lines[number - 1]
            lines[number - 1] = line.removeprefix("    ") if number in kept else ""
    return "".join(lines)


def _without_annotations(tree: ast.Module) -> ast.Module:
    """The tree as drivers have it: what only annotations name is not needed."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            node.returns = None
        elif isinstance(node, ast.arg):
            node.annotation = None
        elif isinstance(node, ast.AnnAssign):
            node.annotation = ast.Constant(None)
    return tree


def _unreached(tree: ast.Module, wanted: Set[str]) -> Iterator[_Definition]:
    """The definitions at the top that nothing leads to."""
    there = {one.name: one for one in tree.body if isinstance(one, _Definition)}
    others = [one for one in tree.body if not isinstance(one, _Definition)]
    pending = [*wanted, *(name for one in others for name in _names(one))]
    reached: set[str] = set()
    while pending:
        name = pending.pop()
        if name in there and name not in reached:
            reached.add(name)
            pending += _names(there[name])
    yield from (one for name, one in there.items() if name not in reached)


def _names(node: ast.AST) -> list[str]:
    return [one.id for one in ast.walk(node) if isinstance(one, ast.Name)]


def _uncalled(tree: ast.Module, words: Set[str]) -> Iterator[_Definition]:
    """The methods that nothing names behind a dot, but others of the same name."""
    named: set[str] = set()
    for one in tree.body:
        for part in one.body if isinstance(one, ast.ClassDef) else (one,):
            inside = set(_attributes(part))
            named |= inside - {part.name} if isinstance(part, ast.FunctionDef) else inside
    for owner in tree.body:
        is_ours = isinstance(owner, ast.ClassDef) and not _is_called_elsewhere(owner)
        for one in owner.body if is_ours and isinstance(owner, ast.ClassDef) else ():
            is_method = isinstance(one, ast.FunctionDef) and not one.name.startswith("__")
            if is_method and isinstance(one, _Definition) and one.name not in named | words:
                yield one


def _attributes(part: ast.stmt) -> Iterator[str]:
    for node in ast.walk(part):
        if isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def _is_called_elsewhere(owner: ast.ClassDef) -> bool:
    """Whether a library calls its methods: those of pickle's classes."""
    return any(isinstance(base, ast.Attribute) for base in owner.bases)


def _without(text: str, gone: list[_Definition]) -> str:
    lines = text.splitlines(keepends=True)
    for one in gone:
        first = min([one.lineno, *(d.lineno for d in one.decorator_list)])
        lines[first - 1 : one.end_lineno] = [""] * ((one.end_lineno or first) - first + 1)
    return "".join(lines)
