"""What is said of an entry, in every form in which a graph is shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .amount import amount, counted
from .folding import Entry, Inlet, Section
from .model import Kind, Loop, LoopKind, Option, Plugin, Storage, Workflow

_LONGEST = 48  # of a value; the whole of it is in the JSON
_SHOWN = 6  # seeds that are read at a glance


def call(section: Section, entry: Entry) -> str:
    """`train(points=<moons samples>[0], rate=0.02)`"""
    node = entry.node
    given = ", ".join(_arguments(section, entry))
    if node.kind is not Kind.CALL:
        return f"{node.function}({given})"
    owner = next(
        (one.name for one in section.entries if any(n.id == node.actor for n in one.nodes)), None
    )
    said = f"<{owner}>" if owner is not None else node.owner or node.function.partition(".")[0]
    return f"{said}.{node.function.rpartition('.')[2]}({given})"


def _arguments(section: Section, entry: Entry) -> Iterator[str]:
    rests: set[str] = set()
    for index, argument in enumerate(entry.node.arguments):
        if argument.is_output or argument.name in rests:
            continue
        if argument.name.startswith("*") and len(argument.name.strip("*")) > 0:
            rests.add(argument.name)
            yield _rest(section, entry, argument.name)
            continue
        every = [node.arguments[index] for node in entry.nodes if index < len(node.arguments)]
        values = {one.value for one in every}
        inlets = [one for one in entry.inlets if one.argument == argument.name and not one.order]
        if len(values) == 1 and (not inlets or len(argument.value) <= _LONGEST):
            said = short(argument.value)
        elif inlets:
            said = _origins(section, inlets)
        else:
            written = dict.fromkeys(one.written for one in every)
            said = short(" | ".join(written))
        yield _named(argument.name, said)


def _rest(section: Section, entry: Entry, name: str) -> str:
    """All arguments that a function gets by its `*rows`."""
    every = [[one.value for one in n.arguments if one.name == name] for n in entry.nodes]
    values, inlets = every[0], [one for one in entry.inlets if one.argument == name]
    if all(one == values for one in every) and sum(map(len, values)) <= _LONGEST:
        return ", ".join(values)
    if inlets:
        return f"{name}={_origins(section, inlets)}"
    return f"{name}={short(', '.join(values))}"


def _named(name: str, value: str) -> str:
    if name.isdigit():
        return value
    return f"{name}{value}" if name.startswith("*") else f"{name}={value}"


def _origins(section: Section, inlets: Sequence[Inlet]) -> str:
    """Several origins: of each node, or of one node this and of another that."""
    together = ", " if all(one.all for one in inlets) else " | "
    return together.join(origin(section, one) for one in inlets)


def origin(section: Section, inlet: Inlet) -> str:
    """`<train {n}>[0]`, and how many of them: what an entry gets from another one."""
    return f"<{section.entries[inlet.source].name}>{inlet.item}{times(inlet.count)}"


def outputs(section: Section, entry: Entry) -> Iterator[str]:
    """The outputs of steps that are bound: `<Score> liked`."""
    for inlet in entry.inlets:
        if not inlet.argument and inlet.item and not inlet.order:
            yield f"<{section.entries[inlet.source].name}> {inlet.item}"


def details(entry: Entry) -> Iterator[tuple[str, str]]:
    """What else a node gets: a word for what it is, and the text."""
    node = entry.node
    if node.parameters:
        yield "parameters", listed(node.parameters)
    if node.options:
        alike = all(one.options == node.options for one in entry.nodes)
        yield "options", listed(node.options if alike else _various(entry))
    elif any(one.options for one in entry.nodes):
        yield "options", listed(_various(entry))
    for asked in node.asked:
        yield "options", f"{listed(asked.options)} if the name matches {short(asked.pattern)}"
    if node.plugins:
        every = [one.plugins for one in entry.nodes if len(one.plugins) == len(node.plugins)]
        yield "plugins", ", ".join(map(setup, zip(*every, strict=True)))


def _various(entry: Entry) -> tuple[Option, ...]:
    """Options of which not all nodes have the same."""
    names = dict.fromkeys(option.name for node in entry.nodes for option in node.options)
    found = []
    for name in names:
        values = [
            next((o.value for o in node.options if o.name == name), "-") for node in entry.nodes
        ]
        distinct = [*dict.fromkeys(values)]
        found.append(Option(name, " | ".join(distinct[:4]) + (" | …" if len(distinct) > 4 else "")))
    return tuple(found)


def listed(options: Sequence[Option]) -> str:
    return ", ".join(f"{one.name}={short(one.value)}" for one in options)


def setup(plugins: Sequence[Plugin]) -> str:
    """`random.seed(6), (7), …`: the call before a node, with the seeds of all nodes and runs."""
    first = plugins[0]
    if not first.seeded:
        return f"{short(first.function)}()"
    seeds = [seed for one in plugins for seed in one.seeds]
    if any(seed is None for seed in seeds):
        return f"{short(first.function)}(seed), counted by the driver"
    shown = ", ".join(map(str, seeds[:_SHOWN]))
    if len(seeds) > _SHOWN:
        shown = f"{', '.join(map(str, seeds[:3]))}, …, {seeds[-1]}"
    if len(seeds) == 1:
        return f"{short(first.function)}({shown})"
    return f"{short(first.function)}(seed) with {shown}"


def passes(loop: Loop) -> str:
    """How often a loop runs."""
    if loop.kind is LoopKind.BRANCH:
        return ""
    if loop.passes is None:
        return "any number of times"
    low, high = loop.passes
    return counted(high, "pass", "passes") if low == high else f"{low:,} to {high:,} passes"


def times(number: int) -> str:
    """What stands behind a name for several: a space, a multiplication sign and the number."""
    return f" \N{MULTIPLICATION SIGN}{number:,}" if number > 1 else ""


def size(section: Section) -> str:
    """`7 nodes, 8 edges`."""
    return amount(section.nodes, section.edges, section.is_exact)


def stored_in(storage: Storage) -> str:
    """`storage (file)`: where results are kept."""
    where, kind = storage.where, storage.kind
    if where and kind:
        return f"{where} ({kind})"
    return where or kind or "a storage that the app computes"


def named(workflow: Workflow, name: str) -> str:
    """`workflow sums`; a graph of steps may have no name."""
    if workflow.is_graph:
        return f"graph of steps {name}" if workflow.name.given else "graph of steps"
    return f"workflow {name}"


def short(text: str, longest: int = _LONGEST) -> str:
    """The text on one line, and cut in the middle if it is long."""
    line = " ".join(text.split("\n")) if "\n" in text else text
    if len(line) <= longest:
        return line
    return f"{line[: longest - longest // 3 - 1]}…{line[-(longest // 3) :]}"
