"""The writing of wiring: where it goes, what it may use, and the choices that it makes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Final, TypeVar

from .draft import Draft, Function
from .values import Value

T = TypeVar("T")

# Some are names that a driver, too, would like to have.
VARIABLES: Final = ("a", "b", "c", "data", "x", "result", "ray", "address", "item", "finished", "p")
_DEEPEST: Final = 3


@dataclass
class Wiring:
    """A block of statements, written one by one.

    `values` are the variables that it can use, `recent` those of the loop or function around it,
    which it should; names in `kept` must not be bound anew.
    """

    draft: Draft
    values: dict[str, Value]
    functions: dict[str, Function]
    used: Counter[str] = field(default_factory=Counter)
    node_names: list[str] = field(default_factory=list)
    recent: tuple[str, ...] = ()
    kept: frozenset[str] = frozenset()
    lines: list[str] = field(default_factory=list)
    depth: int = 0
    nesting: int = 0  # of expressions
    in_loop: bool = False
    in_function: bool = False

    # Choices

    @property
    def rng(self) -> Random:
        return self.draft.rng

    def pick(self, choices: Sequence[T]) -> T:
        return self.rng.choice(choices)

    def weighed(self, choices: Mapping[T, int]) -> T:
        return self.rng.choices(list(choices), list(choices.values()))[0]

    def chance(self, one_in: int) -> bool:
        return self.rng.randrange(one_in) == 0

    def count(self, low: int, high: int) -> int:
        return self.rng.randint(low, high)

    # Variables

    def where(self, test: Callable[[Value], bool]) -> list[str]:
        return [name for name, value in self.values.items() if test(value)]

    def variable(self, test: Callable[[Value], bool]) -> str | None:
        """One of the variables that `test` accepts, a recent one if there is."""
        names = self.where(test)
        recent = [name for name in names if name in self.recent]
        if recent and self.chance(2):
            names = recent
        return self.pick(names) if names else None

    def bind(self, value: Value) -> str:
        """A variable, new or used before, that from now on stands for `value`."""
        return self.bind_all([value])[0]

    def bind_all(self, values: Sequence[Value]) -> list[str]:
        """As many different variables."""
        free = [name for name in VARIABLES if name not in self.kept]
        free += [self.draft.fresh("v") for _ in range(len(values) - len(free))]
        names = self.rng.sample(free, len(values))
        self.values.update(zip(names, values, strict=True))
        return names

    def bind_fresh(self, name: str, value: Value) -> str:
        """A variable of its own, called like `name`."""
        name = self.draft.fresh(name)
        self.values[name] = value
        return name

    # Statements

    def assign(self, value: Value, code: str) -> str:
        """Binds a variable to what some code gives."""
        name = self.bind(value)
        self.write(f"{name} = {code}")
        return name

    def write(self, *lines: str) -> None:
        self.lines += lines

    def statement(self) -> None:
        """One statement or more, of some construct."""
        fitting = {
            construct: construct.weight
            for construct in self.draft.statements
            if not (construct.at_top and self.depth)
        }
        for _ in range(5):
            construct = self.weighed(fitting)
            before = len(self.lines)
            construct.write(self)
            if len(self.lines) > before:
                self.used[construct.name] += 1
                return

    def block(
        self,
        head: str,
        body: Callable[[Wiring], object],
        *,
        variables: Mapping[str, Value] | None = None,
        in_loop: bool = False,
        kept: Sequence[str] = (),
    ) -> None:
        """A compound statement: its head, and a body that may or may not be gone through.

        What the body binds, and was bound before, stands for something of the same form behind it.
        """
        inner = self.inner(variables or {}, kept)
        inner.in_loop = in_loop or self.in_loop
        body(inner)
        self.write(head, *indented(inner.lines or ["pass"]))
        for name, value in list(self.values.items()):
            now = inner.values.get(name)
            if now is not None and now != value:
                if now.form is value.form and now.holds is value.holds:
                    self.values[name] = Value(now.form, (), now.holds, now.owner)
                else:
                    del self.values[name]

    def inner(self, variables: Mapping[str, Value], kept: Sequence[str] = ()) -> Wiring:
        """A block within this one, which has `variables` besides."""
        return Wiring(
            draft=self.draft,
            values={**self.values, **variables},
            functions=dict(self.functions),
            used=self.used,
            node_names=self.node_names,
            recent=(*self.recent, *variables),
            kept=self.kept.union(variables, kept),
            depth=self.depth + 1,
            in_loop=self.in_loop,
            in_function=self.in_function,
        )

    def function(self, variables: Mapping[str, Value]) -> Wiring:
        """The body of a function that stands in front of the wiring."""
        inner = self.inner(variables)
        inner.values, inner.in_loop, inner.in_function = dict(variables), False, True
        defined = self.draft.defined
        inner.functions = {n: one for n, one in self.functions.items() if n in defined}
        return inner

    @property
    def is_deep(self) -> bool:
        return self.depth >= _DEEPEST


def indented(lines: Sequence[str]) -> list[str]:
    return [f"    {part}" for line in lines for part in line.split("\n")]
