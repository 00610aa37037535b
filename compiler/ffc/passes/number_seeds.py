"""Works out the seeds that plugins give to nodes.

    plugin = RandomStatePlugin(10, 12, 10, set_seed)         run 0: a gets 11, b gets 12
    flow.query().set_plugin(plugin)                     →    run 1: a gets 10, b gets 11
    flow.run()
    flow.run()

A plugin is counted here if it is known which nodes have it in which order: its numbers are known,
and no block of the driver decides. Else the driver counts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from ..ir import Create, Equip, NodeSeeds, Plain, Program, Run, Seeds, Setups, Symbol
from ..ir.graph import run_by
from ..ir.setup import Number

_Use = tuple[int, int, Setups]  # a run, a node, and what comes before it there


def number_seeds(program: Program) -> Program:
    if not any(isinstance(statement, Equip) for statement in program.statements):
        return program
    uses, unsure = _uses(program)
    used = {s.seeds for _, _, setups in uses for s in setups if s.seeds is not None}
    unsure.update(seeds.state for seeds in used if seeds.numbers is None)
    found: defaultdict[int, list[NodeSeeds]] = defaultdict(list)
    last: dict[Symbol, Number] = {}
    for run, node, setups in uses:
        counted = [s.seeds for s in setups if s.seeds is not None]
        for seeds in counted:  # all move, before any of them gives its seed
            _move(seeds, last, unsure)
        row = tuple(last.get(seeds.state) for seeds in counted)
        if any(seed is not None for seed in row):
            found[node].append(NodeSeeds(run, (row,)))
    return replace(
        program,
        nodes=tuple(
            replace(node, seeds=tuple(found[node.id])) if node.id in found else node
            for node in program.nodes
        ),
        statements=tuple(
            replace(one, setups=_counted(one.setups, unsure)) if isinstance(one, Equip) else one
            for one in program.statements
        ),
    )


def _move(seeds: Seeds, last: dict[Symbol, Number], unsure: set[Symbol]) -> None:
    """Takes the next seed of a plugin, unless the driver counts."""
    if seeds.numbers is not None and seeds.state not in unsure:
        low, high, start = seeds.numbers
        seed = last.get(seeds.state, start) + 1
        last[seeds.state] = low if seed > high else seed


def _counted(setups: Setups, unsure: set[Symbol]) -> Setups:
    """The setups, of which those that are `unsure` are counted by the driver."""
    return tuple(
        replace(one, seeds=replace(one.seeds, numbers=None))
        if one.seeds is not None and one.seeds.state in unsure
        else one
        for one in setups
    )


def _uses(program: Program) -> tuple[list[_Use], set[Symbol]]:
    """Which nodes have plugins in which run, in order; and what blocks of the driver may change."""
    uses: list[_Use] = []
    unsure: set[Symbol] = set()
    given: dict[int, Setups] = {}
    made: list[int] = []
    kept: set[int] = set()  # nodes that a block of the driver makes
    for index, statement in enumerate(program.statements):
        in_block = any(program.is_kept(turn.block) for turn in program.paths[index])
        match statement:
            case Plain() if in_block:
                unsure.update(statement.defines)  # the plugin is made there
            case Create():
                made.append(statement.node)
                kept.update([statement.node] if in_block else [])
            case Equip():
                given.update(dict.fromkeys(statement.nodes, statement.setups))
                if in_block or statement.chosen:
                    unsure.update(_states(statement.setups))
            case Run():
                flow = program.flows[statement.flow]
                nodes = [program.nodes[node] for node in made]
                running = run_by(flow, nodes, flow.held)
                for node in running:
                    uses.append((statement.id, node, given.get(node, ())))
                    if in_block or node in kept:
                        unsure.update(_states(given.get(node, ())))
    return uses, unsure


def _states(setups: Setups) -> Iterator[Symbol]:
    for setup in setups:
        if setup.seeds is not None:
            yield setup.seeds.state
