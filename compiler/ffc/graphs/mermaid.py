"""A graph as Mermaid, which GitHub and GitLab draw in Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from .drawn import box_lines, edge_label, header, title
from .folding import Entry, Fold, Item, Section, sections
from .model import Graph, Kind

_SHAPES = {
    Kind.TASK: ("[", "]"),
    Kind.ACTOR: ("[[", "]]"),
    Kind.CALL: ("(", ")"),
    Kind.SOURCE: ("([", "])"),
    Kind.STEP: ("[", "]"),
    Kind.RESOURCE: ("[(", ")]"),
}
# What stands in a label as it is: nothing that Mermaid, Markdown or HTML could take for its own.
_PLAIN = frozenset(" ,=()[]{}'/_")


def as_mermaid(graph: Graph) -> str:
    """A flowchart: a subgraph for each workflow, if there are several, and for each loop."""
    lines = ["flowchart LR"]
    found = sections(graph)
    for number, section in enumerate(found):
        inner = [*_items(section, number, section.items, 1 + (len(found) > 1))]
        if len(found) > 1:
            lines.append(f'  subgraph w{number}["{label(title(section))}"]')
            lines += [*inner, "  end"]
        else:
            lines += inner
        lines += _edges(section, number)
    return "".join(f"{line}\n" for line in lines)


def _items(section: Section, number: int, items: tuple[Item, ...], depth: int) -> Iterator[str]:
    margin = "  " * depth
    for item in items:
        if isinstance(item, Fold):
            first = _first(item)
            yield f'{margin}subgraph w{number}l{item.loop.id}n{first}["{label(header(item.loop))}"]'
            yield from _items(section, number, item.items, depth + 1)
            yield f"{margin}end"
        else:
            left, right = _SHAPES[item.node.kind]
            said = "<br/>".join(map(label, box_lines(item)))
            yield f'{margin}w{number}n{item.id}{left}"{said}"{right}'


def _first(item: Item) -> int:
    """The first entry in a loop, which tells it from others."""
    return item.id if isinstance(item, Entry) else min(map(_first, item.items))


def _edges(section: Section, number: int) -> Iterator[str]:
    for entry in section.entries:
        for inlet in entry.inlets:
            arrow = "-.->" if inlet.order or not inlet.sure else "-->"
            said = label(edge_label(inlet))
            middle = f'|"{said}"|' if said else ""
            yield f"  w{number}n{inlet.source} {arrow}{middle} w{number}n{entry.id}"


def label(text: str) -> str:
    """Text of the app in a label: all that may mean something else is written as its number.

    A full stop that a space follows could be that of a list, and `\\n` a line end.
    """
    pairs = zip(text, [*text[1:], " "], strict=False)
    return "".join(_character(*pair) for pair in pairs)


def _character(one: str, following: str) -> str:
    if one.isalnum() or one in _PLAIN or (one == "." and following != " "):
        return one
    apart = "#8203;" if one == "\\" and following == "n" else ""
    return f"#{ord(one)};{apart}"
