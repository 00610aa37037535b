"""What `main()` binds, and where it reads that."""

from __future__ import annotations

import ast
import symtable
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..indent import indented
from .body import Unlike, loads, stores
from .line import Line, code_of, deeper

_BLOCKS = (ast.For, ast.While, ast.With, ast.If, ast.Try, ast.Match)


@dataclass(frozen=True)
class Main:
    """The variables of `main()`, and the lines (by their index) that read each name.

    Those that no block binds are `outer`.
    """

    variables: frozenset[str]
    outer: frozenset[str]
    readers: Mapping[str, Sequence[int]]


def bound_before(lines: Sequence[Line], index: int) -> frozenset[str]:
    """The variables that have a value at a line for certain, by the lines above."""
    found: set[str] = set()
    depth = lines[index].depth
    for line in reversed(lines[:index]):
        if not line.text or line.depth > depth:
            continue
        is_around, depth = line.depth < depth, line.depth
        found.update(_bound(line.text, is_around))
    return frozenset(found)


def _bound(text: str, is_around: bool) -> Iterator[str]:
    """What a line binds: a simple statement, or the head of a block that is around."""
    try:
        (statement,) = ast.parse(f"{text}\n    pass" if is_around else text).body
    except (SyntaxError, ValueError):
        return
    yield from stores(statement)


def main_of(lines: Sequence[Line], parameters: str) -> Main:
    """`main()` as it is, with these parameters; raises `Unlike` if it is no Python."""
    source = f"def main({parameters}):\n{indented(code_of(lines))}\n"
    try:
        tree = ast.parse(source)
        table = symtable.symtable(source, "", "exec").get_children()[0]
    except SyntaxError as error:
        raise Unlike("no Python") from error
    assert isinstance(table, symtable.Function)
    variables = frozenset(table.get_locals())
    inside = [*_inside(tree.body[0])]
    blocks = (one for one in inside if one.col_offset > 4 or isinstance(one, _BLOCKS))
    inner = {name for one in blocks for name in stores(one)}
    return Main(variables, variables - inner, _readers(tree, lines))


def _readers(tree: ast.Module, lines: Sequence[Line]) -> dict[str, list[int]]:
    sizes = [deeper(line).count("\n") + 1 for line in lines]
    owners = [index for index, size in enumerate(sizes) for _ in range(size)]
    found: defaultdict[str, list[int]] = defaultdict(list)
    for statement in _inside(tree.body[0]):
        owner = owners[statement.lineno - 2]
        for name in loads(statement):
            found[name].append(owner)
        if isinstance(statement, ast.AugAssign) and isinstance(statement.target, ast.Name):
            found[statement.target.id].append(owner)
    return found


def _inside(node: ast.AST) -> Iterator[ast.stmt]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.stmt):
            yield child
        yield from _inside(child)
