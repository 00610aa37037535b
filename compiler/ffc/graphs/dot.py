"""A graph in the language of Graphviz."""

from __future__ import annotations

from collections.abc import Iterator

from .drawn import box_lines, edge_label, header, title
from .folding import Fold, Item, Section, sections
from .model import Graph, Kind

_SHAPES = {
    Kind.TASK: "box",
    Kind.ACTOR: "box3d",
    Kind.CALL: "box",
    Kind.SOURCE: "cds",
    Kind.STEP: "box",
    Kind.RESOURCE: "cylinder",
}


def as_dot(graph: Graph) -> str:
    """A digraph: a cluster for each workflow and each loop."""
    lines = [
        f"digraph {quoted(graph.source)} {{",
        "  rankdir=LR;",
        '  node [fontname="Helvetica", fontsize=11];',
        '  edge [fontname="Helvetica", fontsize=9];',
        '  graph [fontname="Helvetica", fontsize=10, labeljust="l", style="rounded"];',
    ]
    for number, section in enumerate(sections(graph)):
        lines.append(f"  subgraph cluster_w{number} {{")
        lines.append(f"    label={quoted(title(section))};")
        lines += _items(graph, number, section.items, 2, [0])
        lines.append("  }")
        lines += _edges(section, number)
    lines.append("}")
    return "".join(f"{line}\n" for line in lines)


def _items(
    graph: Graph, number: int, items: tuple[Item, ...], depth: int, count: list[int]
) -> Iterator[str]:
    margin = "  " * depth
    docs = {one.name: one.doc for one in graph.functions}
    for item in items:
        if isinstance(item, Fold):
            yield f"{margin}subgraph cluster_w{number}l{count[0]} {{"
            count[0] += 1
            yield f"{margin}  label={quoted(header(item.loop))};"
            yield from _items(graph, number, item.items, depth + 1, count)
            yield f"{margin}}}"
        else:
            node = item.node
            said = {
                "label": "\n".join(box_lines(item)),
                "shape": _SHAPES[node.kind],
                "tooltip": docs.get(node.function) or f"{node.place.file}:{node.place.line}",
            }
            given = ", ".join(f"{key}={quoted(value)}" for key, value in said.items())
            yield f"{margin}w{number}n{item.id} [{given}];"


def _edges(section: Section, number: int) -> Iterator[str]:
    for entry in section.entries:
        for inlet in entry.inlets:
            said = {"label": edge_label(inlet)} if edge_label(inlet) else {}
            if inlet.order or not inlet.sure:
                said["style"] = "dashed"
            given = ", ".join(f"{key}={quoted(value)}" for key, value in said.items())
            end = f" [{given}]" if given else ""
            yield f"  w{number}n{inlet.source} -> w{number}n{entry.id}{end};"


def quoted(text: str) -> str:
    """Text of the app as a string: Graphviz knows escapes and HTML's entities in labels."""
    escaped = text.replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'.replace("\n", "\\n")
