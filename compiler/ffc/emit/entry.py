"""The last lines of a driver: its command line.

An app that reads its own command line keeps it: the driver takes `--address` out of it first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..ir import Fragment, NodeKind, Plain, Program
from ..slicing import Slice
from ..slicing.roots import starting_flow, submitted_code
from .graph_nodes import asks, has_graphs
from .monitoring import is_watched
from .name_table import NameTable
from .stored import has_storage
from .wrappers import task_name


@dataclass(frozen=True)
class _Option:
    """An option of the driver's command line, and the parameter of `main()` that gets it."""

    name: str
    parameter: str
    default: str
    more: str


_RESUME = (
    'choices=["fresh", "name", "never"], default="fresh", '
    'help="stored results to take: those up to date, all by their name, none"'
)
_GRAPH = (
    _Option(
        "set",
        "settings",
        "()",
        'action="append", default=[], metavar="NODE.NAME=VALUE", help="a parameter"',
    ),
    _Option(
        "params",
        "params",
        "None",
        'metavar="FILE", help="parameters, as JSON: {NODE: {NAME: VALUE}}"',
    ),
    _Option(
        "chunk",
        "chunk",
        "None",
        'type=int, metavar="N", help="notes that go from step to step at once"',
    ),
)
_ANSWERS = _Option(
    "answers",
    "answers",
    "None",
    'metavar="FILE", help="answers to the questions of steps, as JSON"',
)
OPTIONS = ("quiet", "verbose", "events", "keep-going")  # of the monitor
_PARSERS = frozenset(
    "absl argparse click docopt fire getopt optparse simple_parsing typer tyro".split()
)


def reads_command_line(program: Program, kept: Slice) -> bool:
    """Whether code that the driver keeps has a command line of its own."""
    if any(found.module.split(".")[0] in _PARSERS for found in kept.imports):
        return True
    return any(_names_argv(code) for code in _codes(program, kept))


def shared_options(program: Program, kept: Slice) -> list[str]:
    """The options of the monitor that may be the app's own: their names are in its code."""
    parts = (part for one in _codes(program, kept) for part in one.parts)
    texts = (part for part in parts if isinstance(part, str))
    words = {word for text in texts for word in re.findall(r"[\w-]+", text)}
    names = {name: {name, f"--{name}", name.replace("-", "_")} for name in OPTIONS}
    return [name for name, said in names.items() if not said.isdisjoint(words)]


def _codes(program: Program, kept: Slice) -> list[Fragment]:
    """The code that the driver keeps."""
    plain = (program.statements[index] for index in kept.statements)
    codes = [s.code for s in plain if isinstance(s, Plain)]
    codes += [program.blocks[block].header for block in kept.blocks]
    codes += [d.tail for d in kept.definitions]
    codes += submitted_code(program)
    return codes


def _names_argv(code: Fragment) -> bool:
    texts = [part for part in code.parts if isinstance(part, str)]
    named = {symbol.name for symbol in code.symbols}
    return "argv" in named or any(".argv" in text for text in texts)


def main_parameters(program: Program, names: NameTable) -> list[str]:
    """What `main()` takes."""
    return [f"{names.own[one.parameter]}={one.default}" for one in _options(program, names)]


def _options(program: Program, names: NameTable) -> Iterator[_Option]:
    yield _Option("address", "address", "None", f"help={_address_help(program)!r}")
    if has_storage(program):
        yield _Option("resume", "resume", '"fresh"', _RESUME)
    if has_graphs(program):
        yield from _GRAPH
        if asks(names):
            yield _ANSWERS


def _address_help(program: Program) -> str:
    flow = starting_flow(program)
    named = next((o for o in (flow.init if flow else ()) if o.name == "address"), None)
    known = named.known if named is not None and named.known != "local" else None
    default = known.replace("%", "%%") if isinstance(known, str) else "a Ray of its own"
    return f"Ray cluster to join (default: $RAY_ADDRESS, else {default})"


def entry_lines(
    program: Program, names: NameTable, own_arguments: bool, own_options: list[str]
) -> tuple[str, ...]:
    """The statements under `if __name__ == "__main__":`; the app has `own_options` itself."""
    own = names.own
    parser, argparse, options = own["parser"], own["argparse"], own["options"]
    described = ["description=__doc__"] if program.docstring is not None else []
    found = [*_options(program, names)]
    added = [f'{parser}.add_argument("--{one.name}", {one.more})' for one in found]
    given = ", ".join(f"{options}.{one.name}" for one in found)
    if is_watched(program):
        given_up = "".join(f", {name!r}" for name in own_options)
        added.append(f"{names.monitor['add_options']}({parser}{given_up})")
        tasks = _tasks(program, names)
        if has_graphs(program):
            watched = f"{names.monitor['StepMonitor']}({options}, {tasks}, {own['Stage']})"
        else:
            watched = f"{names.monitor['Monitor']}({options}, {tasks})"
        run = f"{watched}.run({own['main']}, {given})"
        call = f"{own['sys']}.exit({run})"
    else:
        call = f"{own['main']}({given})"
    if not own_arguments:
        return (
            f"{parser} = {argparse}.ArgumentParser({', '.join(described)})",
            *added,
            f"{options} = {parser}.parse_args()",
            call,
        )
    # The app's own parser answers --help too, behind the driver's.
    quiet = [*described, "add_help=False", "allow_abbrev=False"]
    return (
        f"{parser} = {argparse}.ArgumentParser({', '.join(quiet)})",
        *added,
        f"{options}, {own['sys']}.argv[1:] = {parser}.parse_known_args()",
        f'if {{"-h", "--help"}} & set({own["sys"]}.argv):\n    {parser}.print_help()',
        call,
    )


def imported_lines(program: Program, names: NameTable) -> tuple[str, ...]:
    """What follows for a driver that is imported: on workers, there is no module of its name."""
    if not program.schedules:
        return ()
    ray, sys = names.own["ray"], names.own["sys"]
    return (
        f"elif __name__ in {sys}.modules:",
        "    # Imported: its functions and classes go to workers by value, as a script's do.",
        f"    {ray}.cloudpickle.register_pickle_by_value({sys}.modules[__name__])",
    )


def _tasks(program: Program, names: NameTable) -> str:
    """The list of tasks and classes of actors that are watched, in the order of their use."""
    submissions = (s for schedule in program.schedules for s in schedule.submissions)
    found: dict[str, None] = {}
    for submission in submissions:
        node = program.nodes[submission.node]
        if node.kind in (NodeKind.TASK, NodeKind.ACTOR) and node.role is None:
            found[task_name(program, names, submission)] = None
    return f"[{', '.join(found)}]"
