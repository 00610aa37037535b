"""Which nodes a run makes anew."""

from __future__ import annotations

from collections.abc import Sequence

from ...ir import Program, Run
from ...ir.graph import run_by
from ...ir.groups import Groups


def running_by(program: Program, groups: Groups, index: int, run: Run) -> tuple[int, ...]:
    """The nodes that the run reaches, of those that are there by then.

    In a loop of the driver, its leaves may be those that another pass has made.
    """
    there = [node for node, created in groups.created.items() if created < index]
    leaves = set(program.flows[run.flow].held).intersection(there)
    flow = program.flows[run.flow]
    return run_by(flow, [program.nodes[node] for node in there], sorted(leaves))


def originals(program: Program, groups: Groups, nodes: set[int]) -> set[int]:
    """The nodes as the app makes them, which the workflow names, for those made once more."""
    return {first if (first := _first(program, n)) in groups.created else n for n in nodes}


def _first(program: Program, node: int) -> int:
    original = program.nodes[node].original
    return node if original is None else original


def with_dependents(
    program: Program, groups: Groups, running: Sequence[int], again: set[int]
) -> set[int]:
    """The nodes of the run that are in the same blocks, or take what is made anew."""
    found, count = set(again), 0
    while len(found) > count:
        count = len(found)
        inside = {groups.of(groups.created[node]) for node in found} - {None}
        same = {_first(program, node) for node in found}
        for node in running:
            parents = {_first(program, parent) for parent in program.nodes[node].parents}
            takes = not same.isdisjoint(parents)
            if takes or groups.of(groups.created[node]) in inside:
                found.add(node)
    return found


def with_blocks(program: Program, index: int, chosen: list[int], nodes: set[int]) -> set[int]:
    """The nodes with all those of the run that the chosen blocks make."""
    groups = Groups(program)
    run = program.statements[index]
    assert isinstance(run, Run)
    blocks = {groups.of(at) for at in chosen} - {None}
    running = originals(program, groups, set(running_by(program, groups, index, run)))
    inside = {node for node in running if groups.of(groups.created[node]) in blocks}
    found = with_dependents(program, groups, sorted(running), nodes | inside)
    return originals(program, groups, found)


def is_shared(program: Program, run: Run) -> bool:
    """Whether the workflow is run elsewhere, too."""
    return sum(one.flow == run.flow for one in program.runs) > 1
