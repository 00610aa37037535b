"""A graph as text, for a terminal of 80 columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..diagnostics.render.cells import cells, plain
from .folding import Entry, Fold, Item, Section, sections
from .labels import call, details, listed, named, outputs, passes, short, size, stored_in, times
from .model import Graph

WIDTH = 80
_NAMES = 26  # columns that names have at most, before the call begins
_INDENT = "  "

Paint = Callable[[str, str], str]  # a text and what it is: name, word, dim, head


def unpainted(text: str, what: str) -> str:
    return text


def as_text(graph: Graph, paint: Paint = unpainted) -> str:
    """The graph: each workflow with its nodes, in the order in which the app makes them."""
    lines = [paint(plain(graph.source), "head")]
    lines += [paint(line, "dim") for line in wrapped(plain(graph.doc), WIDTH)] if graph.doc else []
    found = sections(graph)
    if not found:
        lines += ["", "no workflow runs"]
    for section in found:
        lines += ["", *_section(graph, section, paint)]
    if any(function.doc for function in graph.functions):
        lines += ["", *_functions(graph, paint)]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _section(graph: Graph, section: Section, paint: Paint) -> Iterator[str]:
    workflow = section.workflow
    head = f"{named(workflow, plain(section.name))}{times(len(section.workflows))}"
    said = [size(section)]
    if len(workflow.runs) > 1:
        said.append(f"runs {len(workflow.runs)} times")
    if workflow.limit:
        said.append(f"at most {short(workflow.limit)} tasks at once")
    first = f"{paint(head, 'head')}: {', '.join(said)}"
    if width(head) + 2 + width(", ".join(said)) > WIDTH:
        yield f"{paint(head, 'head')}:"
        first = f"{_INDENT}{', '.join(said)}"
    yield first
    for loop in section.around:
        yield paint(f"{_INDENT}in: {short(plain(loop.header), 70)}", "dim")
    if workflow.storage is not None:
        yield paint(f"{_INDENT}stored in {short(plain(stored_in(workflow.storage)), 60)}", "dim")
    if workflow.init:
        for line in wrapped(f"ray.init({plain(listed(workflow.init))})", WIDTH - 4):
            yield paint(f"{_INDENT}{line}", "dim")
    yield ""
    names = [width(_name(entry)) + 2 * depth for depth, entry in _deep(section.items, 0)]
    column = min(max(names, default=0), _NAMES) + 2
    for item in section.items:
        yield from _item(section, item, 0, column, paint)


def _deep(items: tuple[Item, ...], depth: int) -> Iterator[tuple[int, Entry]]:
    for item in items:
        if isinstance(item, Fold):
            yield from _deep(item.items, depth + 1)
        else:
            yield depth, item


def _name(entry: Entry) -> str:
    return plain(entry.name) + times(len(entry.nodes))


def _item(section: Section, item: Item, depth: int, column: int, paint: Paint) -> Iterator[str]:
    if isinstance(item, Entry):
        yield from _entry(section, item, depth, column, paint)
        return
    margin = _INDENT * depth
    end = passes(item.loop)
    header = short(plain(item.loop.header), WIDTH - len(margin) - len(end) - 4) + ":"
    space = " " * max(2, WIDTH - len(margin) - width(header) - len(end))
    yield f"{margin}{paint(header, 'word')}{space}{paint(end, 'dim')}"
    for inner in item.items:
        yield from _item(section, inner, depth + 1, column, paint)


def _entry(section: Section, entry: Entry, depth: int, column: int, paint: Paint) -> Iterator[str]:
    margin, name = _INDENT * depth, _name(entry)
    line = f":{entry.node.place.line}"
    room = WIDTH - column - len(line) - 2
    first, *more = wrapped(plain(call(section, entry)), room)
    if width(margin + name) + 2 > column:
        yield f"{margin}{paint(name, 'name')}"
        before = " " * column
    else:
        before = f"{margin}{paint(name, 'name')}{' ' * (column - width(margin + name))}"
    gap = " " * max(2, WIDTH - column - width(first) - len(line))
    yield f"{before}{first}{gap}{paint(line, 'dim')}"
    for text in more:
        yield f"{' ' * column}{text}"
    for text in outputs(section, entry):
        yield f"{' ' * column}gets {plain(text)}"
    for word, text in details(entry):
        one, *others = wrapped(f"{word} {plain(text)}", WIDTH - column)
        yield f"{' ' * column}{paint(one, 'dim')}"
        for other in others:
            yield f"{' ' * column}  {paint(other, 'dim')}"


def _functions(graph: Graph, paint: Paint) -> Iterator[str]:
    documented = [one for one in graph.functions if one.doc]
    column = min(max(width(one.name) for one in documented), _NAMES) + 2
    for one in documented:
        first, *more = wrapped(plain(one.doc), WIDTH - column)
        space = " " * max(2, column - width(one.name))
        yield f"{paint(one.name, 'name')}{space}{paint(first, 'dim')}"
        for line in more:
            yield f"{' ' * column}{paint(line, 'dim')}"


def width(text: str) -> int:
    """How many columns a text takes on a terminal."""
    return sum(cell.width for cell in cells(text))


def wrapped(text: str, columns: int) -> list[str]:
    """The text in lines that are not too long, cut at spaces where there are some."""
    lines = [""]
    for word in text.split(" "):
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if width(joined) <= columns:
            lines[-1] = joined
            continue
        if lines[-1]:
            lines.append("")
        while width(word) > columns:
            cut = _fitting(word, columns)
            lines[-1] = word[:cut]
            lines.append("")
            word = word[cut:]
        lines[-1] = word
    return lines


def _fitting(word: str, columns: int) -> int:
    taken = 0
    for index, cell in enumerate(cells(word)):
        taken += cell.width
        if taken > columns:
            return max(1, index)
    return len(word)


__all__ = ["Paint", "as_text", "unpainted", "width", "wrapped"]
