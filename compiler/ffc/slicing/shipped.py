"""What Ray sends to workers: tasks, and the app's functions and classes that these lead to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..ir import Definition, DefinitionKind, Program, Symbol
from .needed import uses


@dataclass(frozen=True)
class Shipped:
    """A definition, and the first task whose code leads to it, or which it is."""

    definition: Definition
    task: Definition

    @property
    def is_task(self) -> bool:
        """Whether it is what nodes call, and no helper of it."""
        return self.definition is self.task

    @property
    def owner(self) -> str:
        """What to call the task in a message."""
        kind = "class node" if self.task.kind is DefinitionKind.ACTOR else "task"
        return f"{kind} `{self.task.symbol.name}`"


def shipped(definitions: Iterable[Definition], tasks: Iterable[Definition]) -> list[Shipped]:
    """What is sent for the `tasks`, each definition once, in a fixed order."""
    known = {definition.symbol: definition for definition in definitions}
    found: dict[Symbol, Shipped] = {}
    for task in tasks:
        pending = [task]
        while pending:
            one = pending.pop(0)
            if one.symbol not in found:
                found[one.symbol] = Shipped(one, task)
                pending.extend(known[s] for s in dict.fromkeys(uses(one)) if s in known)
    return list(found.values())


def running(program: Program) -> Iterator[Definition]:
    """The tasks and actor classes that runs submit, each once, in the order of submission."""
    known = {definition.symbol: definition for definition in program.definitions}
    submitted = (s.node for schedule in program.schedules for s in schedule.submissions)
    yield from (known[s] for s in dict.fromkeys(program.nodes[n].definition for n in submitted))
