"""The words of drawings: short ones, since a box has little room."""

from __future__ import annotations

from ..diagnostics.render.cells import plain
from .folding import Entry, Inlet, Section
from .labels import listed, named, passes, setup, short, times
from .model import Kind, Loop

_NAME, _NOTE = 40, 44  # columns


def box_lines(entry: Entry) -> list[str]:
    """The name, the function if it is called otherwise, options and plugins."""
    node = entry.node
    lines = [short(plain(entry.name), _NAME) + times(len(entry.nodes))]
    function = node.function.rpartition(".")[2] if node.kind is Kind.CALL else node.function
    alike = {(one.name, one.value) for one in node.arguments}
    for other in entry.nodes[1:]:
        alike &= {(one.name, one.value) for one in other.arguments}
    given = ", ".join(
        f"{one.name}={one.value}" if not one.name.isdigit() else one.value
        for one in node.arguments
        if not one.is_output and "<" not in one.value and (one.name, one.value) in alike
    )
    if given or function != entry.name:
        lines.append(short(plain(f"{function}({given})"), _NOTE))
    if node.parameters:
        lines.append(short(plain(listed(node.parameters)), _NOTE))
    if node.options and all(one.options == node.options for one in entry.nodes):
        lines.append(short(plain(listed(node.options)), _NOTE))
    if node.plugins:
        every = [one.plugins for one in entry.nodes if len(one.plugins) == len(node.plugins)]
        lines.append(short(plain(", ".join(map(setup, zip(*every, strict=True)))), _NOTE))
    return lines


def edge_label(inlet: Inlet) -> str:
    """The item or output, and of how many results."""
    return (short(plain(inlet.item), 24) + times(inlet.count)).strip()


def header(loop: Loop) -> str:
    """`for kind in ["moons", "circles"], 2 passes`"""
    often = passes(loop)
    said = short(plain(loop.header), 60)
    return f"{said}, {often}" if often else said


def title(section: Section) -> str:
    """`workflow sums`"""
    name = short(plain(section.name), 60)
    return f"{named(section.workflow, name)}{times(len(section.workflows))}"
