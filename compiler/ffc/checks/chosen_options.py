"""Options for nodes that the driver may take for a workflow, or not, and that run in others."""

from __future__ import annotations

from ..diagnostics import Sink
from ..diagnostics import staging as errors
from ..ir import Configure, Create, Equip, Program, Run
from ..ir.graph import reached

_WHERE = "a workflow whose nodes the driver chooses"


def chosen_options(program: Program, sink: Sink) -> None:
    """Whether a node has them there is not known: the run may not see it."""
    for index, one in enumerate(program.statements):
        if isinstance(one, Configure) and not _elsewhere(program, index, one).isdisjoint(
            one.chosen
        ):
            given = "a plugin" if isinstance(one, Equip) else "options"
            what = f"{given} for a node that others run"
            sink.report(errors.NotStaged(one.span, _WHERE, what))


def _elsewhere(program: Program, index: int, given: Configure) -> set[int]:
    """The nodes that other workflows run once they have the options."""
    if not given.chosen:
        return set()
    around = _around(program, index)
    found: set[int] = set()
    made: list[int] = []
    for at, one in enumerate(program.statements):
        if isinstance(one, Create):
            made.append(one.node)
        later = at > index or not around.isdisjoint(_around(program, at))
        if isinstance(one, Run) and later and one.flow != given.flow:
            leaves = program.flows[one.flow].held
            found.update(reached([program.nodes[node] for node in made], leaves))
    return found


def _around(program: Program, index: int) -> set[int]:
    """The blocks of the driver around a statement."""
    return {turn.block for turn in program.paths[index] if program.is_kept(turn.block)}
