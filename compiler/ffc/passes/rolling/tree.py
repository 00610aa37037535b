"""The statements of a program as a tree: loops hold their passes, passes hold statements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ...ir import Block, Enter, Program, Turn


@dataclass
class Leaf:
    """The statement at `index`."""

    index: int


@dataclass
class Branch:
    """A block that begins with the statement at `index`.

    A loop that was worked out has all its passes; one that is `kept` has one.
    """

    index: int
    block: Block
    passes: list[list[Item]] = field(default_factory=list)
    kept: bool = False


Item = Leaf | Branch


def tree(program: Program) -> list[Item]:
    """The statements at the program's top level, with all that is inside them."""
    roots: list[Item] = []
    open_: list[tuple[Turn, list[Item]]] = []
    entered: dict[int, Branch] = {}
    for index, statement in enumerate(program.statements):
        path = program.paths[index]
        shared = 0
        while shared < min(len(path), len(open_)) and path[shared] == open_[shared][0]:
            shared += 1
        del open_[shared:]
        for turn in path[shared:]:
            branch = entered[turn.block]
            while len(branch.passes) <= turn.number:
                branch.passes.append([])
            open_.append((turn, branch.passes[turn.number]))
        home = open_[-1][1] if open_ else roots
        if isinstance(statement, Enter):
            block = program.blocks[statement.block]
            branch = Branch(index, block, kept=block.turns is None)
            entered[statement.block] = branch
            home.append(branch)
        else:
            home.append(Leaf(index))
    return roots


def leaves(items: Sequence[Item]) -> Iterator[int]:
    """The indices of all statements in the items, heads of blocks included."""
    for item in items:
        yield item.index
        if isinstance(item, Branch):
            for one in item.passes:
                yield from leaves(one)
