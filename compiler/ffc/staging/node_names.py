"""What nodes are called while staging goes on: default names, and the titles of steps."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from ..ir import Node, Symbol
from .timeline import Timeline


@dataclass
class NodeNames(Timeline):
    """The names of the nodes, None where only the driver knows one."""

    names: dict[int, str | None] = field(default_factory=dict)
    beginnings: dict[int, str] = field(default_factory=dict)
    uncertain: dict[str, bool] = field(default_factory=dict)
    repeated: dict[int, bool] = field(default_factory=dict)
    counted: dict[int, str] = field(default_factory=dict)
    titles: Counter[str] = field(default_factory=Counter)
    _calls: Counter[tuple[Symbol, str]] = field(default_factory=Counter)

    def certain_name(self, node: Node) -> str | None:
        """The default name, None where only the driver knows how many nodes came before."""
        stem = node.default_name[:-4]
        if self.is_kept:
            self.repeated[node.id] = True
            self.uncertain[stem] = True
        if stem not in self.uncertain:
            return node.default_name
        self.counted[node.id] = stem
        return None

    def known_title(self, node: Node) -> str | None:
        """What a step is called, None where only the driver knows how many came before."""
        name, *_ = node.default_name.partition(".")
        if self.is_kept:
            self.repeated[node.id] = True
            self.uncertain[f"{name}."] = True
        if f"{name}." not in self.uncertain:
            return node.default_name
        self.beginnings[node.id] = name
        return None

    def title(self, name: str) -> str:
        """What to call a node of the class `name`: the second of them is `name.2`."""
        self.titles[name] += 1
        return name if self.titles[name] == 1 else f"{name}.{self.titles[name]}"

    def default_name(self, definition: Symbol, qualified: str) -> str:
        """`task_0001` for the second call of a task; a method is that of the class `definition`.

        One that two classes inherit is one function, and counts as such.
        """
        self._calls[definition, qualified] += 1
        return f"{qualified}_{self._calls[definition, qualified] - 1:04d}"

    def in_block(self, node: int) -> bool:
        """Whether the driver makes the node any number of times."""
        return node in self.repeated
