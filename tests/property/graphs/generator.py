"""Random apps with step graphs."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from .classes import MAKE, SOURCES, STEPS

_HEAD = '"""A random step graph."""\n\nimport ffc as gb\n\n'


@dataclass(frozen=True)
class _Kind:
    """A class or function of the app, with the names of its outputs."""

    name: str
    outputs: tuple[str, ...]
    is_function: bool = False


def generate(seed: int, graphs: int = 2) -> str:
    """An app with some classes, and graphs of their nodes; it prints what runs give."""
    chance = Random(seed)
    code, sources, steps = [_HEAD + MAKE], [], []
    for index in range(chance.randint(1, 2)):
        sources.append(_kind(code, chance, chance.choice(SOURCES), f"Source{index}"))
    for index, make in enumerate(chance.choices(STEPS, k=chance.randint(2, 4))):
        sources_name = f"{make.__name__.title()}{index}"
        steps.append(_kind(code, chance, make, sources_name))
    code.append(_helpers(chance))
    for graph in range(chance.randint(1, graphs)):
        code.append(_graph(chance, sources, steps, f"{'abc'[graph]}"))
    return "\n".join(code)


def _kind(code: list[str], chance: Random, make: object, name: str) -> _Kind:
    text, outputs = make(name, chance)  # type: ignore[operator]
    code.append(text)
    is_function = f"def {name.lower()}(" in text
    return _Kind(name.lower() if is_function else name, tuple(outputs), is_function)


def _helpers(chance: Random) -> str:
    return """
@gb.workflow
def count(notes):
    return {output: len(found) for output, found in notes.items()}


def show(found):
    for output, notes in found.items():
        for note in notes:
            print(output, repr(note))
"""


def _graph(chance: Random, sources: list[_Kind], steps: list[_Kind], prefix: str) -> str:
    """The wiring of one graph, and its runs."""
    nodes: list[tuple[str, _Kind]] = []
    lines = []
    for index in range(chance.randint(1, 2)):
        kind = chance.choice(sources)
        nodes.append((f"{prefix}{index}", kind))
        lines.append(f"{prefix}{index} = {kind.name}.remote()")
    unbound: list[tuple[str, _Kind]] = []
    for index in range(len(nodes), len(nodes) + chance.randint(1, 5)):
        name = f"{prefix}{index}"
        if unbound and chance.random() < 0.2:  # one step, bound once more
            made, kind = chance.choice(unbound)
        elif (kind := chance.choice(steps)).is_function:
            made = kind.name if chance.random() < 0.5 else f"{kind.name}.remote()"
        else:
            made = f"{name}_step"
            lines.append(f"{made} = {kind.name}.remote()")
            unbound.append((made, kind))
        lines.append(f"{name} = {made}.bind({_pairs(chance, nodes)})")
        nodes.append((name, kind))
    leaf = nodes[-1][0]
    return "\n".join([*lines, *_runs(chance, leaf, nodes), ""])


def _pairs(chance: Random, nodes: list[tuple[str, _Kind]]) -> str:
    pairs = []
    for _ in range(chance.choice([1, 1, 2, 3])):
        recent = chance.random() < 0.7
        name, kind = nodes[-1] if recent else chance.choice(nodes)
        pairs.append(f'"{chance.choice(kind.outputs)}", {name}')
    return ", ".join(pairs)


def _runs(chance: Random, leaf: str, nodes: list[tuple[str, _Kind]]) -> list[str]:
    other = chance.choice(nodes)[0]
    ways = [
        [f"show(gb.run({leaf}))"],
        [f"show(gb.run({leaf}))", f"show(gb.run({other}))"],
        [f"found = gb.run({leaf})", f"print(found == gb.run({leaf}))", "show(found)"],
        [f"handle = gb.run_async({leaf})", f"show(gb.run({other}))", "show(handle.result())"],
        [
            f'print(gb.RayWorkflow(count({leaf}), workflow_name="counts").run())',
            f"show(gb.run({leaf}))",
        ],
    ]
    return chance.choice(ways)
