"""The arguments of nodes, with the names that the functions have for them."""

from __future__ import annotations

from dataclasses import dataclass

from .. import ir
from ..ir import Node, Program, Role
from ..source import Span
from .argument_names import argument_names, output_name
from .codes import Codes
from .model import Argument


@dataclass(frozen=True)
class Arguments:
    """Shows the arguments of nodes of `program`."""

    program: Program
    codes: Codes

    def of(self, node: Node, maker: Node) -> tuple[Argument, ...]:
        """Those of a node; of a step that is bound, also those of its `maker`."""
        if node.role is None or node.role is Role.NOTES:
            return self._of_call(node)
        bound = self._bound(node) if node.role is Role.STREAM else ()
        return (*self._given(maker), *bound)

    def _of_call(self, node: Node) -> tuple[Argument, ...]:
        names = argument_names(self.program, node)
        return tuple(
            Argument(name, self._value(one), self._written(one))
            for name, one in zip(names, node.arguments, strict=True)
        )

    def _given(self, maker: Node) -> tuple[Argument, ...]:
        """What `.remote()` is given by name."""
        return tuple(
            Argument(one.keyword, self._value(one), self._written(one))
            for one in maker.arguments
            if one.keyword is not None
        )

    def _bound(self, node: Node) -> tuple[Argument, ...]:
        """The steps before it, called by the outputs of theirs that it gets."""
        pairs = zip(node.arguments[::2], node.arguments[1::2], strict=False)
        found = []
        for output, source in pairs:
            found.append(
                Argument(output_name(output), self._value(source), self._written(source), True)
            )
        return tuple(found)

    def _value(self, one: ir.Argument) -> str:
        if any(True for _ in one.value.refs):
            return self.codes.text(one.value)
        return self.codes.value(one.value, one.known)

    def _written(self, one: ir.Argument) -> str:
        return source_text(one.span)


def source_text(span: Span) -> str:
    """What stands there in the app, on one line."""
    region = span.region
    if region.line == region.end_line:
        return span.source.line(region.line)[region.column - 1 : region.end_column - 1]
    lines = [span.source.line(number) for number in range(region.line, region.end_line + 1)]
    lines[0] = lines[0][region.column - 1 :]
    lines[-1] = lines[-1][: region.end_column - 1]
    return " ".join(line.strip() for line in lines)
