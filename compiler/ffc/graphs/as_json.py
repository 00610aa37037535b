"""A graph for programs: docs/graph.md says what stands there."""

from __future__ import annotations

import json
from typing import Any

from .model import (
    Argument,
    Edge,
    Function,
    Graph,
    Loop,
    Name,
    Node,
    Option,
    Pass,
    Place,
    Plugin,
    Workflow,
)

FORMAT, VERSION = "ffc-graph", 1


def as_json(graph: Graph) -> str:
    """The whole graph; loops are not folded, each node says in which passes it is made."""
    said = {
        "format": FORMAT,
        "version": VERSION,
        "source": graph.source,
        "doc": graph.doc,
        "workflows": [_workflow(one) for one in graph.workflows],
        "loops": [_loop(one) for one in graph.loops],
        "functions": [_function(one) for one in graph.functions],
    }
    return json.dumps(said, indent=2, ensure_ascii=False) + "\n"


def _workflow(one: Workflow) -> dict[str, Any]:
    return {
        "name": one.name.text,
        "kind": "graph" if one.is_graph else "workflow",
        "place": _place(one.place),
        "runs": [*one.runs],
        "path": _path(one.path),
        "storage": None
        if one.storage is None
        else {"kind": one.storage.kind, "where": one.storage.where},
        "max_pending_tasks": one.limit or None,
        "ray_init_args": _options(one.init),
        "leaves": [*one.leaves],
        "nodes": [node_dict(node) for node in one.nodes],
        "edges": [_edge(edge) for edge in one.edges],
    }


def node_dict(one: Node) -> dict[str, Any]:
    """What is known of a node."""
    return {
        "id": one.id,
        "kind": one.kind.value,
        **_name(one.name),
        "function": one.function,
        "place": _place(one.place),
        "arguments": [_argument(argument) for argument in one.arguments],
        "parameters": _options(one.parameters),
        "options": _options(one.options),
        "options_by_pattern": [
            {"pattern": asked.pattern, "options": _options(asked.options)} for asked in one.asked
        ],
        "plugins": [_plugin(plugin) for plugin in one.plugins],
        "stored": one.stored,
        "actor": one.actor,
        "path": _path(one.path),
    }


def _name(name: Name) -> dict[str, Any]:
    return {
        "name": name.text,
        "name_known": name.known,
        "name_given": name.given,
        "name_written": name.written,
    }


def _argument(one: Argument) -> dict[str, Any]:
    kind = "output" if one.is_output else "argument"
    return {"name": one.name, "value": one.value, "written": one.written, "kind": kind}


def _options(options: tuple[Option, ...]) -> dict[str, str]:
    return {one.name: one.value for one in options}


def _plugin(one: Plugin) -> dict[str, Any]:
    return {"function": one.function, "seeds": [*one.seeds] if one.seeded else None}


def _edge(one: Edge) -> dict[str, Any]:
    return {
        "source": one.source,
        "target": one.target,
        "argument": one.argument,
        "item": one.item,
        "kind": "order" if one.order else "data",
        "sure": one.sure,
    }


def _loop(one: Loop) -> dict[str, Any]:
    return {
        "id": one.id,
        "kind": one.kind.value,
        "header": one.header,
        "passes": None if one.passes is None else [*one.passes],
        "parent": one.parent,
        "place": _place(one.place),
    }


def _function(one: Function) -> dict[str, Any]:
    return {"name": one.name, "doc": one.doc, "place": _place(one.place)}


def _path(path: tuple[Pass, ...]) -> list[dict[str, int]]:
    return [{"loop": one.loop, "pass": one.number} for one in path]


def _place(place: Place) -> dict[str, Any]:
    return {"file": place.file, "line": place.line}
