"""The calls that make nodes of step graphs.

Node("GetTensors", GetTensors.options(num_cpus=1), **parameters["GetTensors"])
add.bind("out", tensors)                           what a step gets
gather(added, parameters, chunk)                   the notes of a step, for a task
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..ir import Argument, Configure, Create, GraphRun, Node, Program, Role, Settings
from ..ir.schedule import Schedule
from ..slicing import Slice
from .name_table import NameTable
from .run_values import run_uses
from .wrapping import step_functions


@dataclass(frozen=True)
class GraphNode:
    """A node of a step graph, and what its call is made of.

    `owner` is the variable of the node that is bound or gathered, `maker` the class of the actor,
    with its options. `arguments` come with their text; before them stands the `setup`: what the
    calls before the node get.
    """

    node: Node
    names: NameTable
    owner: str
    maker: str
    arguments: tuple[tuple[Argument, str], ...]
    setup: tuple[str, ...] = ()
    stored: str = ""


def graph_call(made: GraphNode) -> str:
    """The call that makes the node."""
    texts = [text for _, text in made.arguments]
    if made.node.role is Role.NOTES:
        return graph_run("gather", texts[0], made.names, made.stored)
    if made.node.role is Role.STREAM:
        return f"{made.owner}.bind({', '.join(texts)})"
    given = [f'"{made.node.default_name}"', made.maker, *made.setup, *_arguments(made)]
    return f"{made.names.own['Node']}({', '.join(given)})"


def _arguments(made: GraphNode) -> list[str]:
    """What the table has goes over what the app computes; refs are not for the table."""
    settings = made.node.settings
    assert settings is not None
    row = f'{made.names.own["parameters"]}["{settings.title}"]'
    computed = {a.keyword: a for a, _ in made.arguments if a.keyword and not any(a.value.refs)}
    others = [text for a, text in made.arguments if a.keyword not in computed]
    if not computed:
        return [*others, f"**{row}"] if settings.entries else others
    entries = [
        f'"{a.keyword}": {text.partition("=")[2]}'
        for a, text in made.arguments
        if a.keyword in computed
    ]
    return [*others, f"**{{{', '.join(entries)}, **{row}}}"]


def has_graphs(program: Program) -> bool:
    """Whether a run submits nodes of a step graph."""
    return any(node.role is not None for node in _submitted(program))


def graph_how(program: Program, schedule: Schedule, uses: Mapping[int, list[int]]) -> str | None:
    """The helper that runs a step graph: nothing is fetched where nothing uses the notes."""
    how = program.flows[schedule.flow].how
    if how is None or how is GraphRun.BESIDE or schedule.run in uses:
        return how.value if how is not None else None
    return "complete"


def graph_helpers(program: Program, kept: Slice) -> Iterator[str]:
    """The helpers of the runtime that the step graphs of a driver need."""
    uses = run_uses(program, kept)
    for schedule in program.schedules:
        how = graph_how(program, schedule, uses)
        yield from (how,) if how is not None else ()
    for node in _submitted(program):
        yield from node.maker.helpers if node.maker is not None else ()
        if node.role is Role.NOTES:
            yield "gather"
        elif node.role is not None:
            yield "Node"
    if has_graphs(program):
        yield from ("chosen", "Stage")
    if any("PromptStep" in d.tail.helpers for d in kept.definitions):
        yield "Answers"


def settings_of(program: Program) -> list[Settings]:
    """The rows of the table: those of the nodes that run, in the order in which they are made."""
    rows = (node.settings for node in _submitted(program) if node.settings is not None)
    return [*{row.title: row for row in rows}.values()]


def table(program: Program, names: NameTable) -> str:
    """The statement that says what each node is given."""
    lines = []
    for row in settings_of(program):
        entries = ", ".join(f'"{name}": {value}' for name, value in row.entries)
        comment = [f"# {row.doc}"] if row.doc else []
        lines += [*comment, f'"{row.title}": {{{entries}}},']
    inside = "\n    ".join(lines)
    return f"{names.own['PARAMETERS']} = {{\n    {inside}\n}}"


def asks(names: NameTable) -> bool:
    """Whether steps of the driver ask the person who runs it."""
    return "Answers" in names.own


def parameters_line(program: Program, names: NameTable) -> str:
    """The statement that says what the nodes get, by the table and the person who runs it."""
    own = names.own
    classes = {
        node.settings.title.partition(".")[0]: _class(node, names)
        for node in _submitted(program)
        if node.settings is not None and node.definition not in step_functions(program)
    }
    declared = ", ".join(f'"{title}": {name}.Parameters' for title, name in classes.items())
    given = f"{own['PARAMETERS']}, {{{declared}}}, {own['settings']}, {own['params']}"
    return f"{own['parameters']} = {own['chosen']}({given})"


def _class(node: Node, names: NameTable) -> str:
    return names.symbols[node.definition] if node.maker is None else names.fill(node.maker)


def graph_run(how: str, leaf: str, names: NameTable, stored: str = "") -> str:
    """The call of a helper that runs a step graph, if what is `stored` needs it."""
    own = names.own
    given = [leaf, own["parameters"], own["chunk"]]
    if asks(names):
        given.append(f"{own['Answers']}({own['answers']})")
    if stored:
        return f"{stored}.notes({', '.join([own[how], *given])})"
    return f"{own[how]}({', '.join(given)})"


def _submitted(program: Program) -> list[Node]:
    """The nodes that runs submit, each once, in the order in which they are made."""
    submitted = {one.node for schedule in program.schedules for one in schedule.submissions}
    return [node for node in program.nodes if node.id in submitted]


def unnamed_steps(program: Program) -> frozenset[int]:
    """The steps that the app binds where it makes them: `Sort.remote().bind("out", a)`.

    What the driver counts for a step, it counts where the app makes that.
    """
    named = {ref.node for ref, _ in program.ref_names}
    named.update(one.node for one in program.equipped if any(s.state for s in one.setups))
    found: set[int] = set()
    behind: set[int] = set()  # what was made in a row with the step
    for statement, within in zip(program.statements, program.within, strict=True):
        node = program.nodes[statement.node] if isinstance(statement, Create) else None
        if isinstance(statement, Configure):
            continue
        if node is None or not node.is_of_graph:
            behind = set()
        elif node.role is Role.STEP and node.id not in named and not within:
            behind.add(node.id)
        elif node.role is Role.STREAM and node.actor in behind and node.owner is None:
            found.add(node.actor)
    return frozenset(found)
