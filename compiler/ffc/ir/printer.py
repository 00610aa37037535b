"""The text of a program, for people who work on the compiler and for its tests.

%0 = load("a") as points
%1 = train(%0[0], RATE) named "model" with num_cpus=1
run 0 of "scores": %0 %1 -> %1
"""

from __future__ import annotations

from collections.abc import Iterator

from .fragment import Fragment, Ref, RefUse, SymbolUse
from .node import Node
from .option import Option
from .program import Program
from .setup import Setups
from .statement import Configure, Create, Enter, Equip, Open, Plain, Query, Rename, Run


def show(program: Program) -> str:
    """The program, a line for each statement, then a line for each submission."""
    lines = [
        "    " * (len(program.paths[index]) if program.paths else 0) + _statement(program, index)
        for index in range(len(program.statements))
    ]
    for schedule in program.schedules:
        lines += _schedule(program, schedule.run)
    return "".join(f"{line}\n" for line in lines)


def _statement(program: Program, index: int) -> str:
    match program.statements[index]:
        case Plain() as plain:
            said = "wiring" if plain.wiring else plain.effect.name.lower()
            return f"{code(plain.code).rstrip()}  [{said}]"
        case Enter(block):
            return f"enter {code(program.blocks[block].header)}"
        case Create(node):
            return _node(program, program.nodes[node])
        case Rename(node, name):
            return f"%{node} named {code(name)}"
        case Equip(nodes, setups=setups):
            return f"{_nodes(nodes)} after {_setups(setups)}"
        case Configure(nodes, options):
            return f"{_nodes(nodes)} with {_options(options)}"
        case Open(flow):
            leaves = " ".join(_ref(ref) for ref in program.flows[flow].leaves)
            return f"open {program.flows[flow].name!r}: {leaves}"
        case Query(flow, pattern, nodes):
            return f"query {pattern!r} of {program.flows[flow].name!r}: {_nodes(nodes)}"
        case Run(run, flow):
            return f"run {run} of {program.flows[flow].name!r}"


def _node(program: Program, node: Node) -> str:
    written = ", ".join(a.prefix + code(a.value) for a in node.arguments)
    callee = node.definition.name if node.method is None else f"%{node.actor}.{node.method}"
    bound = dict(program.ref_names).get(Ref(node.id))
    return f"%{node.id} = {callee}({written})" + (f" as {bound.name}" if bound else "")


def _schedule(program: Program, run: int) -> Iterator[str]:
    schedule = program.schedules[run]
    yield f"schedule {run}, waits for {_nodes(schedule.waits)}:"
    for one in schedule.submissions:
        parts = [f"  %{one.node} behind {one.after} returns {one.returns.how.name.lower()}"]
        parts += [" ".join(str(key) for key in one.returns.keys)]
        parts += [f"name={code(one.name)}"] if one.name is not None else []
        parts += [_options(one.options)] if one.options else []
        parts += [f"after {_setups(one.setups)}"] if one.setups else []
        yield " ".join(parts)


def _nodes(nodes: tuple[int, ...]) -> str:
    return " ".join(f"%{node}" for node in nodes) or "nothing"


def _options(options: tuple[Option, ...]) -> str:
    return ", ".join(f"{option.name}={code(option.value)}" for option in options)


def _setups(setups: Setups) -> str:
    calls = ((one.function, code(one.seed) if one.seed is not None else "") for one in setups)
    return ", ".join(f"{code(function)}({seed})" for function, seed in calls) or "nothing"


def code(fragment: Fragment) -> str:
    """A fragment with its holes shown."""
    return "".join(_part(part) for part in fragment.parts)


def _part(part: object) -> str:
    if isinstance(part, str):
        return part
    if isinstance(part, SymbolUse):
        return part.symbol.name
    return _ref(part.ref) if isinstance(part, RefUse) else f"<{part}>"


def _ref(ref: Ref) -> str:
    return f"%{ref.node}" if ref.key is None else f"%{ref.node}[{ref.key}]"
