"""The last lines of a driver: its command line.

An app that reads its own command line keeps it: the driver takes `--address` out of it first.
"""

from __future__ import annotations

from ..ir import Fragment, Plain, Program
from ..slicing import Slice
from ..slicing.roots import starting_flow, submitted_code
from .graph_nodes import asks, has_graphs
from .name_table import NameTable

_HELP = "Ray cluster to join (default: $RAY_ADDRESS, else {})"
_GRAPH = (
    '"--set", action="append", default=[], metavar="NODE.NAME=VALUE", help="a parameter"',
    '"--params", metavar="FILE", help="parameters, as JSON: {NODE: {NAME: VALUE}}"',
    '"--chunk", type=int, metavar="N", help="notes that go from step to step at once"',
)
_ANSWERS = '"--answers", metavar="FILE", help="answers to the questions of steps, as JSON"'
_PARSERS = frozenset(
    "absl argparse click docopt fire getopt optparse simple_parsing typer tyro".split()
)


def reads_command_line(program: Program, kept: Slice) -> bool:
    """Whether code that the driver keeps has a command line of its own."""
    if any(found.module.split(".")[0] in _PARSERS for found in kept.imports):
        return True
    plain = (program.statements[index] for index in kept.statements)
    codes = [s.code for s in plain if isinstance(s, Plain)]
    codes += [program.blocks[block].header for block in kept.blocks]
    codes += [d.tail for d in kept.definitions]
    codes += submitted_code(program)
    return any(_names_argv(code) for code in codes)


def _names_argv(code: Fragment) -> bool:
    texts = [part for part in code.parts if isinstance(part, str)]
    named = {symbol.name for symbol in code.symbols}
    return "argv" in named or any(".argv" in text for text in texts)


def main_parameters(program: Program, names: NameTable) -> list[str]:
    """What `main()` takes."""
    own = names.own
    if not has_graphs(program):
        return [f"{own['address']}=None"]
    found = [f"{own['address']}=None", f"{own['settings']}=()"]
    others = ("params", "chunk", *(("answers",) if asks(names) else ()))
    return [*found, *(f"{own[name]}=None" for name in others)]


def entry_lines(program: Program, names: NameTable, own_arguments: bool) -> tuple[str, ...]:
    """The statements under `if __name__ == "__main__":`."""
    own = names.own
    parser, argparse = own["parser"], own["argparse"]
    described = ["description=__doc__"] if program.docstring is not None else []
    flow = starting_flow(program)
    named = next((o for o in (flow.init if flow else ()) if o.name == "address"), None)
    known = named.known if named is not None and named.known != "local" else None
    default = known.replace("%", "%%") if isinstance(known, str) else "a Ray of its own"
    option = f'{parser}.add_argument("--address", help={_HELP.format(default)!r})'
    graph = has_graphs(program)
    added = [f"{parser}.add_argument({one})" for one in _GRAPH] if graph else []
    if graph and asks(names):
        added.append(f"{parser}.add_argument({_ANSWERS})")
    options = own["options"]
    wanted = ("set", "params", "chunk", *(("answers",) if graph and asks(names) else ()))
    given = [f"{options}.{name}" for name in ("address", *(wanted if graph else ()))]
    if not own_arguments:
        parsed = f"{parser}.parse_args()"
        return (
            f"{parser} = {argparse}.ArgumentParser({', '.join(described)})",
            *(option, *added),
            *([f"{options} = {parsed}"] if graph else []),
            f"{own['main']}({', '.join(given) if graph else f'{parsed}.address'})",
        )
    # The app's own parser answers --help too, behind the driver's.
    quiet = [*described, "add_help=False", "allow_abbrev=False"]
    return (
        f"{parser} = {argparse}.ArgumentParser({', '.join(quiet)})",
        *(option, *added),
        f"{own['options']}, {own['sys']}.argv[1:] = {parser}.parse_known_args()",
        f'if {{"-h", "--help"}} & set({own["sys"]}.argv):\n    {parser}.print_help()',
        f"{own['main']}({', '.join(given)})",
    )
