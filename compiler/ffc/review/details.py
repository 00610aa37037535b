"""What of a pair of nodes, or of workflows, is another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..graphs.labels import setup, stored_in
from ..graphs.model import Edge, Graph, Node, Option, Workflow
from .changes import Detail, Kind
from .pairs import Pairs


def node_details(pairs: Pairs, old: Node, new: Node, graphs: tuple[Graph, Graph]) -> list[Detail]:
    """What is another of a node, its name aside; texts say names as the app writes them."""
    found: list[Detail] = []
    if old.function != new.function:
        found.append(Detail(Kind.FUNCTION, "function", old.function, new.function))
    found += _inputs(pairs, old, new)
    found += _arguments(pairs, old, new)
    found += _options(Kind.PARAMETER, old.parameters, new.parameters)
    found += _options(Kind.OPTION, old.options, new.options)
    found += _asked(old, new)
    found += _plugins(old, new)
    found += _loops(old, new, graphs)
    return found


def _inputs(pairs: Pairs, old: Node, new: Node) -> Iterator[Detail]:
    """Other nodes, or other items of them, go to an argument."""
    before, after = pairs.into(0, old.id), pairs.into(1, new.id)
    written = (_written(pairs.old), _written(pairs.new))
    for subject in dict.fromkeys(_subject(one) for one in (*before, *after)):
        was = [one for one in before if _subject(one) == subject]
        now = [one for one in after if _subject(one) == subject]
        same = [(pairs.new_of.get(one.source, -1), one.item) for one in was]
        if same != [(one.source, one.item) for one in now]:
            yield Detail(Kind.INPUT, subject, _origins(was, written[0]), _origins(now, written[1]))


def _subject(edge: Edge) -> str:
    return "after" if edge.order else edge.argument or "gets"


def _origins(edges: Sequence[Edge], names: dict[int, str]) -> str | None:
    said: dict[str, int] = {}
    for edge in edges:
        item = edge.item if edge.argument or not edge.item else f" {edge.item}"
        text = f"<{names[edge.source]}>{item}"
        said[text] = said.get(text, 0) + 1
    many = [f"{n} of {text}" if n > 1 else text for text, n in said.items()]
    return ", ".join(many) or None


def _written(workflow: Workflow) -> dict[int, str]:
    """Names as the app writes them: the same for all passes of a loop."""
    return {
        node.id: (node.name.written if node.path else node.name.text) for node in workflow.nodes
    }


def _arguments(pairs: Pairs, old: Node, new: Node) -> Iterator[Detail]:
    edges = {one.argument for one in (*pairs.into(0, old.id), *pairs.into(1, new.id))}
    was = {one.name: one for one in old.arguments if not one.is_output}
    now = {one.name: one for one in new.arguments if not one.is_output}
    for name in {**was, **now}:
        before, after = was.get(name), now.get(name)
        values = [one.value if one is not None else None for one in (before, after)]
        if name in edges or values[0] == values[1]:
            continue
        yield Detail(Kind.ARGUMENT, name, values[0], values[1])


def _options(kind: Kind, old: Sequence[Option], new: Sequence[Option]) -> Iterator[Detail]:
    was, now = ({one.name: one.value for one in options} for options in (old, new))
    for name in {**was, **now}:
        if was.get(name) != now.get(name):
            yield Detail(kind, name, was.get(name), now.get(name))


def _asked(old: Node, new: Node) -> Iterator[Detail]:
    was, now = ({one.pattern: one.options for one in node.asked} for node in (old, new))
    for pattern in {**was, **now}:
        if was.get(pattern) != now.get(pattern):
            texts = [
                None if options is None else ", ".join(f"{o.name}={o.value}" for o in options)
                for options in (was.get(pattern), now.get(pattern))
            ]
            yield Detail(Kind.OPTION, f"if the name matches {pattern}", texts[0], texts[1])


def _plugins(old: Node, new: Node) -> Iterator[Detail]:
    functions = [tuple(one.function for one in node.plugins) for node in (old, new)]
    if functions[0] != functions[1]:
        texts = [", ".join(setup([one]) for one in node.plugins) or None for node in (old, new)]
        yield Detail(Kind.PLUGIN, "plugins", texts[0], texts[1])
        return
    for was, now in zip(old.plugins, new.plugins, strict=True):
        if was.seeds != now.seeds:
            said = [", ".join(map(_seed, one.seeds)) or None for one in (was, now)]
            yield Detail(Kind.SEED, was.function, said[0], said[1])


def _seed(seed: object) -> str:
    return "counted by the driver" if seed is None else str(seed)


def _loops(old: Node, new: Node, graphs: tuple[Graph, Graph]) -> Iterator[Detail]:
    """Loops that only the driver decides: which they are says how many nodes there will be."""
    said = [
        ", ".join(
            graph.loops[step.loop].header
            for step in node.path
            if graph.loops[step.loop].passes is None
        )
        for node, graph in zip((old, new), graphs, strict=True)
    ]
    if said[0] != said[1]:
        yield Detail(Kind.LOOP, "made in", said[0] or None, said[1] or None)


def flow_details(pairs: Pairs) -> list[Detail]:
    """What is another of a workflow itself."""
    old, new = pairs.old, pairs.new
    found: list[Detail] = []
    if old.name.text != new.name.text:
        found.append(Detail(Kind.NAME, "name", old.name.text, new.name.text))
    was, now = (None if one.storage is None else stored_in(one.storage) for one in (old, new))
    if was != now:
        found.append(Detail(Kind.STORAGE, "stored in", was, now))
    if len(old.runs) != len(new.runs):
        found.append(Detail(Kind.SETTING, "runs", f"{len(old.runs)}", f"{len(new.runs)}"))
    if old.limit != new.limit:
        found.append(
            Detail(Kind.SETTING, "max_pending_tasks", old.limit or None, new.limit or None)
        )
    found += _options(Kind.SETTING, _init(old), _init(new))
    leaves = [pairs.new_of.get(leaf, -1) for leaf in old.leaves]
    if leaves != [*new.leaves]:
        names = (_written(old), _written(new))
        gone = [names[0][one] for one in old.leaves if pairs.new_of.get(one) not in new.leaves]
        come = [names[1][one] for one in new.leaves if pairs.old_of.get(one) not in old.leaves]
        if gone or come:
            found.append(Detail(Kind.RESULT, "results", _listed(gone), _listed(come)))
        else:
            found.append(Detail(Kind.RESULT, "results", None, "in another order"))
    return found


def _listed(names: Sequence[str]) -> str | None:
    return ", ".join(f"<{name}>" for name in dict.fromkeys(names)) or None


def _init(flow: Workflow) -> list[Option]:
    return [Option(f"ray.init {one.name}", one.value) for one in flow.init]
