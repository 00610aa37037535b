"""Whether the arguments of each node fit its function."""

from __future__ import annotations

from ..diagnostics import Sink
from ..diagnostics import graph as errors
from ..ir import Callable_, Node, Program
from ..ir.signature import bind


def call_arguments(program: Program, sink: Sink) -> None:
    for node in program.nodes:
        called = _called(program, node)
        if called is None or called.parameters is None:
            continue
        if any(argument.prefix in ("*", "**") for argument in node.arguments):
            continue
        bound = bind(called.parameters, [a.keyword for a in node.arguments])
        if bound.problem:
            names = tuple(parameter.name for parameter in called.parameters)
            callee = called.title
            culprit = bound.culprit
            place = node.span if culprit is None else node.arguments[culprit].span
            sink.report(errors.WrongArguments(place, callee, bound.problem, names, called.span))


def _called(program: Program, node: Node) -> Callable_ | None:
    if node.role is not None:
        return None  # what a step gets is in the driver's table
    definition = program.definition(node.definition)
    return definition.call if node.method is None else definition.method(node.method)
