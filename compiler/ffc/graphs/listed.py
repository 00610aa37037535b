"""Nodes as a table, or as JSON: what a query finds, and what each node gets."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from ..diagnostics.nearest import nearest
from ..diagnostics.render.cells import plain
from .amount import counted
from .as_json import node_dict
from .asked import Found
from .labels import listed, named, setup, short, stored_in
from .model import Graph, Node
from .text import WIDTH, Paint, unpainted, width, wrapped

FORMAT, VERSION = "ffc-nodes", 1
_NAMES, _FUNCTIONS = 30, 20  # columns


def as_table(
    graph: Graph, found: Sequence[Found], pattern: str | None, paint: Paint = unpainted
) -> str:
    """The nodes of each workflow, a line or more for each."""
    lines: list[str] = []
    for one in found:
        lines += ["", *_workflow(one, pattern, paint)]
    if not found:
        lines += ["", "no workflow runs"]
    if pattern is not None and not any(one.nodes or one.maybe for one in found):
        lines += _nearest(graph, pattern)
    return "".join(f"{line.rstrip()}\n" for line in lines[1:])


def _workflow(one: Found, pattern: str | None, paint: Paint) -> Iterator[str]:
    workflow, many = one.workflow, len(one.workflow.nodes)
    head = named(workflow, plain(workflow.name.text))
    said = counted(many, "node")
    if pattern is not None:
        said = f"{len(one.nodes):,} of {said} match" + ("es" if len(one.nodes) == 1 else "")
        said += f" {short(plain(repr(pattern)), 30)}"
    yield f"{paint(head, 'head')}: {said}"
    if workflow.storage is not None:
        yield paint(f"  stored in {short(plain(stored_in(workflow.storage)), 60)}", "dim")
    yield from _rows(one.nodes, paint)
    if one.maybe:
        yield ""
        yield paint("  whether these match, the driver finds:", "dim")
        yield from _rows(one.maybe, paint)


def _rows(nodes: Sequence[Node], paint: Paint) -> Iterator[str]:
    names = min(max((width(plain(node.name.text)) for node in nodes), default=0), _NAMES)
    functions = min(max((width(node.function) for node in nodes), default=0), _FUNCTIONS)
    column = 2 + names + 2 + functions + 2
    for node in nodes:
        name, gets = plain(node.name.text), [*_gets(node)]
        lines = [line for one in gets for line in wrapped(plain(one), WIDTH - column)] or [""]
        space = " " * (names - width(name) + 2)
        if width(name) > names:
            yield f"  {paint(name, 'name')}"
            head = " " * (names + 4)
        else:
            head = f"  {paint(name, 'name')}{space}"
        function = short(node.function, _FUNCTIONS)
        yield f"{head}{function}{' ' * (functions - width(function) + 2)}{paint(lines[0], 'dim')}"
        for line in lines[1:]:
            yield " " * column + paint(line, "dim")


def _gets(node: Node) -> Iterator[str]:
    """Its options, plugins and parameters; what it has none of is left out."""
    if node.options:
        yield listed(node.options)
    for asked in node.asked:
        yield f"{listed(asked.options)} if it matches {short(asked.pattern)}"
    if node.plugins:
        yield "plugins " + ", ".join(setup([one]) for one in node.plugins)
    if node.parameters:
        yield "parameters " + listed(node.parameters)


def _nearest(graph: Graph, pattern: str) -> list[str]:
    names = dict.fromkeys(
        node.name.text for one in graph.workflows for node in one.nodes if node.name.known
    )
    close = nearest(pattern, [*names])
    hint = f"; the nearest name is {close}" if close is not None else ""
    return ["", f"no node matches the whole pattern {plain(repr(pattern))}{hint}"]


def as_json(graph: Graph, found: Sequence[Found], pattern: str | None) -> str:
    """The same for programs: docs/graph.md says what stands there."""
    workflows = [
        {
            "name": one.workflow.name.text,
            "kind": "graph" if one.workflow.is_graph else "workflow",
            "nodes": [
                {"match": match, **node_dict(node)}
                for match, nodes in (("yes", one.nodes), ("maybe", one.maybe))
                for node in nodes
            ],
        }
        for one in found
    ]
    said = {
        "format": FORMAT,
        "version": VERSION,
        "source": graph.source,
        "query": pattern,
        "workflows": workflows,
    }
    return json.dumps(said, indent=2, ensure_ascii=False) + "\n"
