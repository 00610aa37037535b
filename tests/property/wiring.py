"""Wiring, written statement by statement."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, TypeVar

from hypothesis import strategies as st

from . import tasks
from .tasks import Key, Task

T = TypeVar("T")
Draw = Callable[[st.SearchStrategy[T]], T]

CONSTANTS: Final = ("0", "7", "-2", "True", "None", '"it\'s"', "(1, 2)", "[3]", '{"k": [4]}')
# Some are names that a driver, too, would like to have.
VARIABLES: Final = ("a", "b", "c", "data", "x", "result", "ray", "address", "item", "finished", "p")
NODE_NAMES: Final = ("load", "a/b", 'say "hi"', "it's {odd}", "two\nlines", "ünï %s", "back\\slash")
RESIDUALS: Final = (
    "len(str({}))",
    "str({})[:9]",
    "[{}, 1]",
    '{{"k": {}}}',
    'f"{{{}!r}}"',
    "sorted([len(str({})), 2])",
    "total({})",
    "{0} if len(str({0})) > 3 else None",
    "[str(part) for part in ({}, 1)]",
)
SHOWN: Final = (
    "print({})",
    'print("so far", {}, sep=": ")',
    "if {0}:\n    print({0})",
    "for index in range(2):\n    print(index, {})",
)
OPTIONS: Final = (
    '{"num_cpus": 0.1}',
    '{"num_cpus": 0}',
    '{"resources": {"custom_resource": 0.001}}',
    '{"num_cpus": 0.2, "resources": {"disk": 0.001}}',
)


@dataclass(frozen=True)
class Value:
    """What a variable stands for: a node, something that holds nodes, or an ordinary value."""

    keys: tuple[Key, ...] = ()
    is_node: bool = False
    holds_nodes: bool = False

    @property
    def is_plain(self) -> bool:
        return not self.is_node and not self.holds_nodes


@dataclass(frozen=True)
class Helper:
    """A function of the app that makes nodes and returns one, or a tuple of several."""

    name: str
    returns: tuple[Value, ...]
    makes_objects: bool


@dataclass
class Wiring:
    """Writes statements one by one, and knows what each variable then stands for."""

    draw: Draw
    helpers: Sequence[Helper] = ()
    has_label: bool = False
    has_local: bool = False
    lines: list[str] = field(default_factory=list)
    values: dict[str, Value] = field(default_factory=dict)
    objects: set[str] = field(default_factory=set)
    made_objects: bool = False
    node_names: list[str] = field(default_factory=list)
    flows: int = 0

    # Choices

    def pick(self, choices: Sequence[T]) -> T:
        return self.draw(st.sampled_from(choices))

    def chance(self, one_in: int) -> bool:
        return self.draw(st.integers(1, one_in)) == one_in

    def where(self, test: Callable[[Value], bool]) -> list[str]:
        return [name for name, value in self.values.items() if test(value)]

    # Expressions

    def name(self, plain: bool = False) -> str:
        """A variable, or an item of one."""
        usable = self.where(lambda value: value.is_plain or not plain)
        if not usable:
            return "7"
        name = self.pick(usable)
        keys = self.values[name].keys
        return f"{name}[{self.pick(keys)!r}]" if keys and self.draw(st.booleans()) else name

    def argument(self, depth: int = 0) -> str:
        kind = self.pick(("name", "name", "name", "constant", "container"))
        if kind == "container" and depth < 2:
            return self.container(depth)[0]
        return self.pick(CONSTANTS) if kind == "constant" else self.name()

    def container(self, depth: int = 0) -> tuple[str, tuple[Key, ...]]:
        parts = [self.argument(depth + 1) for _ in range(self.draw(st.integers(1, 3)))]
        form = self.pick(("list", "tuple", "dict"))
        if form == "dict":
            keys = [f"k{index}" for index in range(len(parts))]
            items = (f'"{key}": {part}' for key, part in zip(keys, parts, strict=True))
            return f"{{{', '.join(items)}}}", tuple(keys)
        inner = ", ".join(parts)
        keys = tuple(range(len(parts)))
        return (f"[{inner}]", keys) if form == "list" else (f"({inner},)", keys)

    def arguments(self, task: Task) -> str:
        """Arguments for a task: by position and by name."""
        by_name = self.chance(4)
        given = [
            f"{name}={self.argument()}" if by_name else self.argument() for name in task.required
        ]
        for name in task.optional:
            if self.draw(st.booleans()):
                is_named = by_name or task.by_name or self.draw(st.booleans())
                given.append(f"{name}={self.argument()}" if is_named else self.argument())
        return ", ".join(given)

    def call(self) -> tuple[str, Value]:
        """A call that makes a node."""
        if self.objects and self.chance(3):
            method = self.pick(tuple(tasks.METHODS))
            task = tasks.METHODS[method]
            owner = self.pick(sorted(self.objects))
            return f"{owner}.{method}({self.arguments(task)})", Value(task.items, is_node=True)
        name = self.pick(tuple(tasks.FUNCTIONS))
        task = tasks.FUNCTIONS[name]
        if name == "gather":
            arguments, count = self._gathered()
            return f"gather({arguments})", Value((*range(count + 1), -1), is_node=True)
        return f"{name}({self.arguments(task)})", Value(task.items, is_node=True)

    def _gathered(self) -> tuple[str, int]:
        """Any number of arguments, or all that a container holds; and how many these are."""
        held = self.where(lambda value: value.holds_nodes and len(value.keys) > 0)
        if held and self.chance(3):
            name = self.pick(held)
            return f"*{name}", len(self.values[name].keys)
        parts = [self.argument() for _ in range(self.draw(st.integers(1, 3)))]
        return ", ".join(parts), len(parts)

    def node_name(self) -> str:
        """An expression for the name of a node."""
        if self.has_label:
            return f'f"{{label}} {len(self.lines)}"'
        name = f"{self.pick(NODE_NAMES)} {len(self.lines)}"
        self.node_names.append(name)
        return repr(name)

    # Statements

    def bind(self, value: Value) -> str:
        """A variable, new or used before, that from now on stands for `value`."""
        name = self.pick(VARIABLES)
        self.objects.discard(name)
        self.values[name] = value
        return name

    def bind_all(self, values: Sequence[Value]) -> str:
        """As many different variables, with commas between."""
        names = self.draw(st.permutations(VARIABLES))[: len(values)]
        self.objects.difference_update(names)
        self.values.update(zip(names, values, strict=True))
        return ", ".join(names)

    def node(self) -> None:
        code, value = self.call()
        if self.chance(3):
            code += f".set_name({self.node_name()})"
        self.lines.append(f"{self.bind(value)} = {code}")

    def two_nodes(self) -> None:
        (one, value), (other, other_value) = self.call(), self.call()
        names = self.bind_all([value, other_value])
        self.lines.append(f"{names} = {one}, {other}")

    def constant(self) -> None:
        code = self.pick(CONSTANTS)
        self.lines.append(f"{self.bind(Value())} = {code}")

    def alias(self) -> None:
        names = list(self.values)
        if names:
            name = self.pick(names)
            self.lines.append(f"{self.bind(self.values[name])} = {name}")

    def held(self) -> None:
        code, keys = self.container()
        self.lines.append(f"{self.bind(Value(keys, holds_nodes=True))} = {code}")

    def filled(self) -> None:
        """A list or dict that gets its parts one by one."""
        name = self.bind(Value())
        del self.values[name]  # it cannot be one of its own parts
        parts = [self.argument() for _ in range(self.draw(st.integers(1, 3)))]
        if self.draw(st.booleans()):
            self.lines += [f"{name} = []", *(f"{name}.append({part})" for part in parts)]
            keys: tuple[Key, ...] = tuple(range(len(parts)))
        else:
            keys = tuple(f"k{index}" for index in range(len(parts)))
            filling = (f"{name}[{key!r}] = {part}" for key, part in zip(keys, parts, strict=True))
            self.lines += [f"{name} = {{}}", *filling]
        self.values[name] = Value(keys, holds_nodes=True)

    def construct(self) -> None:
        self.made_objects = True
        code = f"Counter({self.arguments(tasks.CONSTRUCTOR)})"
        if self.chance(3):
            code += f".set_name({self.node_name()})"
        name = self.bind(Value())
        del self.values[name]
        self.objects.add(name)
        self.lines.append(f"{name} = {code}")

    def late_name(self) -> None:
        names = [*self.where(lambda value: value.is_node), *sorted(self.objects)]
        if names:
            self.lines.append(f"{self.pick(names)}.set_name({self.node_name()})")

    def help(self) -> None:
        """A call of a helper."""
        if not self.helpers:
            return
        helper = self.pick(self.helpers)
        label = f", label={self.node_name()}" if self.chance(2) else ""
        code = f"{helper.name}({self.argument()}, {self.argument()}{label})"
        self.made_objects |= helper.makes_objects
        self.lines.append(f"{self.bind_all(helper.returns)} = {code}")

    def residual(self) -> None:
        code = self.pick(RESIDUALS).format(self.name(plain=True))
        self.lines.append(f"{self.bind(Value())} = {code}")

    def show(self) -> None:
        self.lines.append(self.pick(SHOWN).format(self.name(plain=True)))

    def comment(self) -> None:
        self.lines.append(self.pick(("# What comes next.", "")))

    def run(self) -> None:
        """A workflow, what is asked of it, and its run."""
        nodes = self.where(lambda value: value.is_node)
        if not nodes:
            self.node()
            return self.run()
        leaves = [self._leaf(nodes) for _ in range(self.pick((1, 1, 2, 3)))]
        self.flows += 1
        flow = f"flow{self.flows}"
        given = ", ".join(code for code, _ in leaves)
        is_local = self.has_local and self.chance(2)
        kind = "LocalWorkflow" if is_local else "RayWorkflow"
        self.lines.append(f'{flow} = {kind}({given}, workflow_name="{flow}")')
        for _ in range(self.pick((0, 0, 1, 2))):
            self._query(flow)
        if self.chance(4):
            self.late_name()
        values = [value for _, value in leaves]
        options = ("",) if is_local else ("", "", "return_results=True", "max_pending_tasks=2")
        for _ in range(2 if self.chance(6) else 1):
            self._results(f"{flow}.run({self.pick(options)})", values)

    def _leaf(self, nodes: Sequence[str]) -> tuple[str, Value]:
        name = self.pick(nodes)
        value = self.values[name]
        if value.keys and self.chance(3):
            return f"{name}[{self.pick(value.keys)!r}]", Value()
        return name, replace(value, is_node=False)

    def _query(self, flow: str) -> None:
        patterns = [r"add_\d+", "(pair|record)_.*", *map(re.escape, self.node_names)]
        # Methods take few options, so a pattern for all is for apps that have only functions.
        if self.made_objects:
            patterns = patterns[:2]
        pattern = "" if not self.made_objects and self.chance(3) else repr(self.pick(patterns))
        self.lines.append(f"{flow}.query({pattern}).set_remote_args({self.pick(OPTIONS)})")

    def _results(self, call: str, leaves: Sequence[Value]) -> None:
        whole = leaves[0] if len(leaves) == 1 else Value(tuple(range(len(leaves))))
        form = self.pick(("bound", "unpacked", "printed", "unused"))
        if form == "printed":
            self.lines.append(f"print({call})")
        elif form == "unused":
            self.lines.append(call)
        elif form == "unpacked" and len(leaves) > 1:
            names = self.bind_all(leaves)
            self.lines += [f"{names} = {call}", f"print({names})"]
        else:
            name = self.bind(whole)
            self.lines += [f"{name} = {call}", f"print({name})"]

    def write(self, kinds: Sequence[Callable[[Wiring], None]], at_most: int) -> None:
        """Up to `at_most` statements of the given kinds."""
        for _ in range(self.draw(st.integers(1, at_most))):
            self.pick(kinds)(self)
