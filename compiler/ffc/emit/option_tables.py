"""Options that some nodes of a loop or of a function have, in a table at the head of `main()`.

    for kind in KINDS: fit(kind).set_name(f"fit {kind}")
    flow.query("fit .*").set_remote_args({"num_cpus": 1})
    flow.query("fit moons").set_remote_args({"num_cpus": 2})

    fit_options = {"fit moons": {"num_cpus": 2}}
    for kind in KINDS:
        options = fit_options.get(f"fit {kind}", {"num_cpus": 1})
        ref = fit.options(name=f"fit {kind}", **options).remote(kind)

One more such node is one more row. Patterns that are not just names need `named` of the runtime.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass

from ..ir import Fragment, Node, Option, Program, Symbol
from ..ir.schedule import Submission
from .names import identifier
from .shared_options import Options, Place, shared_rows

_SPECIAL = frozenset(r".^$*+?{}[]\|()")
_ON_THE_LINE = frozenset({"name", "num_returns"})
_ACTS = (ast.Call, ast.NamedExpr, ast.Await, ast.Yield, ast.YieldFrom)


@dataclass(frozen=True)
class OptionTable:
    """Names of nodes, each with the code of its options; `wanted` is what it may be called."""

    wanted: str
    rows: tuple[tuple[str, Options], ...]

    def line(self, name: str) -> str:
        """The statement that binds the table to a variable."""
        rows = (f"{row!r}: {as_dict(options)}" for row, options in self.rows)
        return f"{name} = {{{', '.join(rows)}}}"


@dataclass(frozen=True)
class Lookup:
    """Where the options of a node are, and what it gets if the table does not have its name."""

    table: OptionTable
    default: tuple[Option, ...]


def as_dict(options: Iterable[tuple[str, str]]) -> str:
    """Options as the code of a dict."""
    return "{" + ", ".join(f'"{name}": {value}' for name, value in options) + "}"


def lookups(program: Program, apart: Set[Symbol] = frozenset()) -> Mapping[tuple[int, int], Lookup]:
    """Those of all nodes, by run and node; calls of functions that stay `apart` share theirs."""
    found: dict[tuple[int, int], Lookup] = {}
    instances: dict[object, list[tuple[int, Submission]]] = {}
    for schedule in program.schedules:
        for submission in schedule.submissions:
            node = program.nodes[submission.node]
            own = lookup(program, submission)
            if own is not None:
                found[schedule.run, submission.node] = own
            if not apart.isdisjoint(_functions(program, node)):
                place = id(node.span.anchor)  # of the app's code, which all calls share
                same = instances.setdefault((node.definition, node.method, place), [])
                same.append((schedule.run, submission))
    for same in instances.values():
        shared = _shared(program, [one for _, one in same])
        if shared is not None:
            found |= {(run, one.node): shared for run, one in same}
    return found


def lookup(program: Program, submission: Submission) -> Lookup | None:
    """That of a node by itself, if names and code alone say what each node gets."""
    if not submission.queries or not _may_be(program, submission):
        return None
    rows: dict[str, Options] = {}
    for pattern, options in submission.queries:
        name, given = _only_name(_value(_text(pattern))), _options(options)
        if name is None or given is None or name in rows:
            return None
        rows[name] = given
    return Lookup(_table(program, submission, rows), submission.options)


def _only_name(pattern: str | None) -> str | None:
    """The one name that a pattern matches, if it is such a pattern."""
    if pattern is None or not _SPECIAL.intersection(pattern):
        return pattern
    name = re.sub(r"\\(.)", r"\1", pattern, flags=re.DOTALL)
    return name if re.escape(name) == pattern else None


def _shared(program: Program, instances: list[Submission]) -> Lookup | None:
    """One for the nodes that calls of a function make at one place, if they do not get the same."""
    if len({*map(_written, instances)}) == 1:
        return None
    places = []
    for one in instances:
        own = lookup(program, one)
        given = _options(one.options)
        if not _may_be(program, one) or given is None or (one.queries and own is None):
            return None
        assert one.name is not None
        name = _value(_text(one.name))
        places.append(Place(one.name, name, dict(own.table.rows) if own else {}, given))
    task = program.nodes[instances[0].node].definition
    found = shared_rows(places, _usual(program, task))
    if found is None:
        return None
    default = next(one for one, at in zip(instances, places, strict=True) if at.given == found[1])
    return Lookup(_table(program, instances[0], found[0]), default.options)


def _written(submission: Submission) -> tuple[object, ...]:
    """All that is written of a node's options: two nodes with the same need no table."""
    queries = submission.queries
    given = [submission.options, *(options for _, options in queries)]
    codes = [tuple((option.name, option.value) for option in options) for options in given]
    return (*codes, *(pattern for pattern, _ in queries))


def _usual(program: Program, task: Symbol) -> list[Options | None]:
    """The options of all nodes of a task."""
    submissions = (one for schedule in program.schedules for one in schedule.submissions)
    return [
        _options(one.options) for one in submissions if program.nodes[one.node].definition == task
    ]


def _table(program: Program, submission: Submission, rows: Mapping[str, Options]) -> OptionTable:
    node = program.nodes[submission.node]
    wanted = identifier(f"{node.method or node.definition.name}_options")
    return OptionTable(wanted, tuple(rows.items()))


def _functions(program: Program, node: Node) -> Iterator[Symbol]:
    """The functions of the app whose calls a node is made in."""
    call = node.call
    while call is not None:
        yield program.calls[call].function
        call = program.calls[call].outer


def _may_be(program: Program, submission: Submission) -> bool:
    """Whether the options of a node may stand apart from it."""
    given = {option.name for option in submission.options}
    given.update(option.name for _, options in submission.queries for option in options)
    if program.nodes[submission.node].role is not None or given & _ON_THE_LINE:
        return False
    has_environment = bool(submission.setups) and "runtime_env" in given
    return not has_environment and _is_plain(submission.name)


def _is_plain(name: Fragment | None) -> bool:
    """Whether code that gives a name may be evaluated twice."""
    if name is None:
        return False
    text = "".join(part if isinstance(part, str) else "_" for part in name.parts)
    return not any(isinstance(one, _ACTS) for one in ast.walk(ast.parse(text, mode="eval")))


def _options(options: Iterable[Option]) -> Options | None:
    """The code of options that means the same at the head of `main()`."""
    found = tuple((option.name, _text(option.value)) for option in options)
    return found if all(code for _, code in found) else None


def _text(code: Fragment) -> str:
    """Code that names nothing; nothing for code that does."""
    texts = [part for part in code.parts if isinstance(part, str)]
    return "".join(texts) if len(texts) == len(code.parts) else ""


def _value(code: str) -> str | None:
    """The text that code is, where it is one."""
    if not code:
        return None
    node = ast.parse(code, mode="eval").body
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None
