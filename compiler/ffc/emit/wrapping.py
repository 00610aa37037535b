"""Functions and classes of the app that stay as they are, with tasks and actors made of them.

def split(data): …           a task that returns the items that are used:
split_items = returning_items(split, "train", "test")

class Counter: …             a class from which another is derived:
CounterActor = ray.remote(Counter)

def train(points): …         a task before which plugins make calls: `prepared.py`
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..ir import NO_CODE, Fragment, NodeKind, Program, Symbol
from ..ir.schedule import Returning, Submission
from ..slicing import Slice
from .calls_before import Calls, Methods, calls_of, methods_of, prepared


@dataclass(frozen=True)
class Wrapper:
    """A task made of a function by a helper; `keys` as in `Returns`, None for a plain task.

    One that `is_actor` is made of a class, or of the `maker` of a step. What plugins call comes
    first: `calls` before the function, or before an object is made, those of `methods` before
    these.
    """

    function: Symbol
    keys: tuple[str | None, ...] | None
    is_actor: bool = False
    calls: Calls = ()
    methods: Methods = ()
    maker: Fragment | None = None

    @property
    def is_prepared(self) -> bool:
        return bool(self.calls or self.methods)

    @property
    def wanted(self) -> str:
        """The name that it should have."""
        if self.maker is not None and calls_function(self.maker):
            return f"{self.function.name}_step"
        if self.is_prepared:
            return f"{self.function.name}{'Prepared' if self.is_actor else '_prepared'}"
        if self.is_actor:
            return f"{self.function.name}Actor"
        return f"{self.function.name}_{'task' if self.keys is None else 'items'}"


def wrappers(program: Program, kept: Slice) -> tuple[Wrapper, ...]:
    """The wrappers that a driver needs, each once, in the order of their use."""
    bases, own = base_classes(kept), prepared(program)
    picked = {s.node for s in _submissions(program) if s.returns.how is Returning.PICKED}
    functions = {program.nodes[node].definition for node in picked} | step_functions(program)
    functions, bases = functions | own, bases | own
    found: dict[Wrapper, None] = {}
    for submission in _submissions(program):
        node = program.nodes[submission.node]
        is_actor = node.kind is NodeKind.ACTOR and (node.maker is None or bool(submission.setups))
        is_task = node.kind is NodeKind.TASK and node.definition in functions
        if is_task or (is_actor and node.definition in bases):
            found[wrapper_of(program, submission)] = None
    return tuple(found)


def base_classes(kept: Slice) -> frozenset[Symbol]:
    """The actor classes that stay plain classes, as others are derived from them."""
    return frozenset(base for definition in kept.definitions for base in definition.bases)


def step_functions(program: Program) -> frozenset[Symbol]:
    """The functions that steps call for each note."""
    return frozenset(n.definition for n in program.nodes if calls_function(n.maker or NO_CODE))


def calls_function(maker: Fragment) -> bool:
    """Whether the steps that it makes call a function of the app."""
    return "FunctionStep" in maker.helpers


def _submissions(program: Program) -> Iterator[Submission]:
    for schedule in program.schedules:
        yield from schedule.submissions


def wrapper_of(program: Program, submission: Submission) -> Wrapper:
    picked = submission.returns.how is Returning.PICKED
    node = program.nodes[submission.node]
    keys = submission.returns.keys if picked else None
    is_actor, calls = node.kind is NodeKind.ACTOR, calls_of(program, submission.setups)
    methods = methods_of(program, node.definition) if is_actor else ()
    maker = node.maker if calls else None
    return Wrapper(node.definition, keys, is_actor, calls, methods, maker)
