"""The classes and functions of step graphs that nodes are made of."""

from __future__ import annotations

from collections.abc import Iterator

from ...ir import Definition, Node, Program, Role, StepFacts


def made(program: Program) -> Iterator[tuple[Definition, StepFacts, Role]]:
    """Each of them once, with its facts and what its nodes are."""
    for node in {one.definition: one for one, _, _ in nodes(program)}.values():
        definition = program.definition(node.definition)
        assert definition.step is not None and node.role is not None
        yield definition, definition.step, node.role


def nodes(program: Program) -> Iterator[tuple[Node, Definition, StepFacts]]:
    """What the calls of `.remote()` have made."""
    for node in program.nodes:
        if node.settings is not None:
            definition = program.definition(node.definition)
            if definition.step is not None:
                yield node, definition, definition.step
