"""What nodes are called in a run, as far as that is known."""

from __future__ import annotations

from collections import defaultdict

from ..ir import Create, Node, Program, Rename
from ..ir.schedule import Schedule, Submission
from .codes import Codes, template
from .model import Name


class Names:
    """The names of all nodes; `made` says where each node is made."""

    def __init__(self, program: Program, codes: Codes, made: dict[int, int]) -> None:
        self._program, self._codes, self._made = program, codes, made
        self._renames: defaultdict[int, list[tuple[int, Rename]]] = defaultdict(list)
        self._counted: set[int] = set()  # only the driver knows their numbers
        unsure: set[str] = set()
        for index, statement in enumerate(program.statements):
            match statement:
                case Rename(node):
                    self._renames[node].append((index, statement))
                case Create(node):
                    stem = _stem(program.nodes[node])
                    if any(program.is_kept(turn.block) for turn in program.paths[index]):
                        unsure.add(stem)
                    if stem in unsure:
                        self._counted.add(node)

    def of(self, one: Submission, schedule: Schedule) -> Name:
        """The name of a node in a run."""
        node = self._program.nodes[one.node]
        if node.settings is not None:
            title = node.settings.title
            return Name(title, given=False, start=title, written=title)
        given = [r for index, r in self._renames[node.id] if index < schedule.statement]
        if one.name is None or not given or given[-1].known == node.default_name:
            return self._default(node)  # what is stored has its default name by a name of its own
        written = template(self._codes, given[-1].written or one.name).text
        known = given[-1].known
        if known is not None:
            return Name(known, start=known, written=written)
        found = template(self._codes, one.name)
        return Name(found.text, known=False, start=found.start, written=written)

    def _default(self, node: Node) -> Name:
        stem = _stem(node)
        if node.id in self._counted:
            return Name(f"{stem}{{number}}", False, False, stem, f"{stem}{{number}}")
        name = node.default_name
        return Name(name, given=False, start=name, written=f"{stem}{{number}}")


def _stem(node: Node) -> str:
    """A default name without its number: `load_`."""
    stem, bar, _ = node.default_name.rpartition("_")
    return stem + bar if bar else f"{node.default_name}_"
