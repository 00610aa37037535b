"""Source text → syntax tree. Nothing of the app is imported or executed."""

from __future__ import annotations

import ast
import unicodedata
import warnings
from dataclasses import dataclass

import libcst as cst

from ..diagnostics import Sink
from ..diagnostics import reading as reading_errors
from ..source import Region, SourceFile, Span
from .positions import Positions
from .search import find

# LibCST writes code recursively, and its native parser overflows the stack far beyond this.
_DEEPEST = 400
_FLAT = frozenset({ast.Name, ast.Constant, ast.Load, ast.Store, ast.alias})  # nothing inside


@dataclass(frozen=True)
class ParsedModule:
    """A module that Python accepts, as LibCST gives it."""

    source: SourceFile
    tree: cst.Module
    positions: Positions

    def span(self, node: cst.CSTNode) -> Span:
        return Span(self.source, node, self.positions)


def parse(source: SourceFile, sink: Sink) -> ParsedModule | None:
    """The module in `source`; what Python refuses is reported, and None."""
    if not _python_accepts(source, sink):
        return None
    try:
        tree = cst.parse_module(source.text)
    except cst.ParserSyntaxError as error:
        message = f"LibCST does not read this yet: {error.message}"
        sink.report(
            reading_errors.PythonSyntax(_at(source, error.raw_line, error.raw_column + 1), message)
        )
        return None
    if not source.text.isascii() and not all(map(_is_normal, find(tree, cst.Name))):
        tree = tree.visit(_Normalized())
    return ParsedModule(source, tree, Positions(tree))


def _python_accepts(source: SourceFile, sink: Sink) -> bool:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(source.text)
            compile(tree, "<app>", "exec", dont_inherit=True)
    except SyntaxError as error:
        place = _at(source, error.lineno or 1, error.offset or 1)
        sink.report(reading_errors.PythonSyntax(place, error.msg))
        return False
    except (RecursionError, MemoryError):
        sink.report(reading_errors.TooDeep(_at(source, 1, 1)))
        return False
    except ValueError as error:  # a NUL byte, before Python 3.12
        sink.report(reading_errors.PythonSyntax(_at(source, 1, 1), str(error)))
        return False
    if (line := _too_deep(tree)) is not None:
        sink.report(reading_errors.TooDeep(_at(source, line, 1)))
        return False
    return True


def _too_deep(tree: ast.AST) -> int | None:
    pending: list[tuple[ast.AST, int, int]] = [(tree, 0, 1)]
    while pending:
        node, depth, line = pending.pop()
        line = getattr(node, "lineno", line)
        if depth > _DEEPEST:
            return line
        if depth + _length(node) < _DEEPEST:
            continue  # n characters are nested n times at most
        # LibCST nests what `a and b and c` is to Python in one level.
        levels = len(node.values) if isinstance(node, ast.BoolOp) else 1
        inner = (child for child in ast.iter_child_nodes(node) if type(child) not in _FLAT)
        pending.extend((child, depth + levels, line) for child in inner)
    return None


def _length(node: ast.AST) -> int:
    """How long code of one line is; of several lines, more than may be nested."""
    if not isinstance(node, (ast.expr, ast.stmt)) or node.lineno != node.end_lineno:
        return _DEEPEST
    return (node.end_col_offset or 0) - node.col_offset + 4  # a statement is one level, too


def _at(source: SourceFile, line: int, column: int) -> Span:
    column = max(column, 1)
    return Span(source, Region(line, column, line, column + 1))


def _is_normal(name: cst.Name) -> bool:
    return unicodedata.is_normalized("NFKC", name.value)


class _Normalized(cst.CSTTransformer):
    """Identifiers that Python takes for the same become the same."""

    def leave_Name(self, original_node: cst.Name, updated_node: cst.Name) -> cst.Name:
        return updated_node.with_changes(value=unicodedata.normalize("NFKC", updated_node.value))
