"""The app's functions, classes and imports, ready to be placed in a driver."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..diagnostics import Diagnostic
from ..source import Span
from .facts import NO_FACTS, Facts
from .fragment import Fragment
from .symbol import Symbol

if TYPE_CHECKING:
    from .step import StepFacts


class DefinitionKind(enum.Enum):
    FUNCTION = "function"
    CLASS = "class"
    TASK = "task"
    ACTOR = "actor class"

    @property
    def is_remote(self) -> bool:
        return self in (DefinitionKind.TASK, DefinitionKind.ACTOR)

    @property
    def is_class(self) -> bool:
        return self in (DefinitionKind.CLASS, DefinitionKind.ACTOR)


@dataclass(frozen=True)
class Parameter:
    """`kind` is one of `/` (by position only), ``, `*` (by keyword only), `*args`, `**kwargs`."""

    name: str
    kind: str = ""
    required: bool = True


@dataclass(frozen=True)
class Callable_:
    """What is known of a function without running it.

    `parameters` is None where a decorator or an unknown base may change them; `returned` is the
    length of the tuple that every `return` gives, None where that is not plain to see. `owner` is
    the class in which a method is defined.
    """

    name: str
    parameters: tuple[Parameter, ...] | None
    returned: int | None
    is_async: bool
    span: Span
    owner: Symbol | None = None
    is_generator: bool = False

    @property
    def title(self) -> str:
        """What messages call it."""
        return self.name if self.owner is None else f"{self.owner.name}.{self.name}"


@dataclass(frozen=True)
class Definition:
    """A `def` or `class` at the module's top level.

    Its code is `head` and `tail`; the task decorator, which is in neither, stood between them.
    `order` is its place among the statements of the module. A class has its `methods`, inherited
    ones too, and `call` is what making an instance takes. One with bases that the app does not
    define `is_open`: it may have more methods. `decorators` are the qualified names of the
    decorators that stay; it `has_effects` if defining it does more than to bind its name. One that
    a call has made a task `is_expression`: its `tail` is an expression. A class is derived from the
    actor classes in `bases`. `facts` are there if a task needs it, `problems` are told if the
    driver does. What makes nodes of step graphs has facts of its own (`step`).
    """

    symbol: Symbol
    kind: DefinitionKind
    head: Fragment
    tail: Fragment
    order: int
    span: Span
    call: Callable_
    methods: tuple[Callable_, ...] = ()
    is_open: bool = False
    decorators: tuple[str, ...] = ()
    has_effects: bool = False
    is_expression: bool = False
    bases: tuple[Symbol, ...] = ()
    facts: Facts = NO_FACTS
    step: StepFacts | None = None
    problems: tuple[Diagnostic, ...] = ()

    def method(self, name: str) -> Callable_ | None:
        return next((method for method in self.methods if method.name == name), None)


@dataclass(frozen=True)
class Import:
    """One name that one import at the module's top level binds.

    `import module`, `import module as symbol`, `from module import name`, and so on; `name` is None
    for the first two. `symbol` is the name bound, the first part of `module` for `import a.b`. One
    that stands under `if TYPE_CHECKING:` is `for_types`.
    """

    symbol: Symbol
    module: str
    name: str | None
    order: int
    span: Span
    for_types: bool = False

    @property
    def top(self) -> str:
        """The first part of the module's name."""
        return self.module.partition(".")[0]

    @property
    def qualified(self) -> str:
        """What the name stands for: `a` after `import a.b`, `a.b` after `import a.b as c`."""
        if self.name is not None:
            return f"{self.module}.{self.name}"
        return self.top if self.symbol.name == self.top else self.module
