"""Lets each run make the steps of graphs with plugins anew, as it does nodes of functions.

numbers = Numbers.remote()                    numbers = Node("Numbers", NumbersPrepared, 11)
numbers.query().set_plugin(seeds)             first = run(numbers, …)
first = gb.run(numbers)                  →    numbers_2 = Node("Numbers", NumbersPrepared, 12)
second = gb.run(numbers)                      second = run(numbers_2, …)

What comes before a step may differ from run to run; without plugins, it is made once for all.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from ..ir import Equip, Program


def renew_steps(program: Program) -> Program:
    given = [node for s in program.statements if isinstance(s, Equip) for node in s.nodes]
    pending = [node for node in given if program.nodes[node].is_of_graph]
    if not pending:
        return program
    beside = _beside(program)
    anew: set[int] = set()
    while pending:
        node = pending.pop()
        if node not in anew:
            anew.add(node)
            pending += beside[node]
    nodes = (replace(n, anew=True) if n.id in anew else n for n in program.nodes)
    return replace(program, nodes=tuple(nodes))


def _beside(program: Program) -> defaultdict[int, list[int]]:
    """For each node of a step graph, those that it takes or is taken by."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for node in program.nodes:
        for other in node.parents if node.is_of_graph else ():
            if program.nodes[other].is_of_graph:
                found[node.id].append(other)
                found[other].append(node.id)
    return found
