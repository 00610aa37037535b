"""The lines of `main()` so far, and the blocks that are open at the end of them."""

from __future__ import annotations

import ast
from dataclasses import replace

from ...ir import Block, Enter, Plain, Program
from ..negated import negated
from ..outlining import Line
from .folding import NOTHING, Folding
from .item import Item, Step
from .origins import Origins
from .writer import Writer


class Written:
    """The lines so far, and the blocks that are open at the end of them."""

    def __init__(self, program: Program, writer: Writer, origins: Origins) -> None:
        self.lines: list[Line] = []
        self._program, self._writer, self._origins = program, writer, origins
        self._open: tuple[int, ...] = ()
        self._is_empty = False
        self._behind = -1
        self._started = False
        self._run = -1  # what the last line waits for

    def add(self, item: Item, folding: Folding = NOTHING) -> None:
        """Writes an item below, in which calls may stand for refs."""
        if item.step is Step.ENTER:
            self._enter(item)
            return
        written = self._writer.write(item, folding)
        if not written or self._is_said(item, written):
            return
        self._close(item.within)
        starts = item.step is Step.START
        begins = starts or item.step is Step.PENDING
        come = self._origins.call(item)
        self._put(written, self._origins.place(item), begins or self._started, come)
        self._started = starts
        self._run = item.run if item.step is Step.RUN else -1

    def _is_said(self, item: Item, written: list[str]) -> bool:
        """Whether the line before binds the variable of a loop already."""
        statement = self._program.statements[item.number] if item.step is Step.PLAIN else None
        is_of_loop = isinstance(statement, Plain) and statement.wiring and statement.of_loop
        binds = isinstance(statement, Plain) and bool(statement.defines)
        if not (is_of_loop and binds) or item.within != self._open or len(written) > 1:
            return False
        last = self.lines[-1].text if self.lines else ""
        # One may be written with other quotes.
        return last.startswith(written[0].partition("=")[0]) and _is_same(last, written[0])

    def _enter(self, item: Item) -> None:
        statement = self._program.statements[item.after]
        assert isinstance(statement, Enter)
        block = self._program.blocks[statement.block]
        if self._turns(block):
            return
        self._close(item.within)
        header = [*block.comments.above, self._writer.header(block, item.after)]
        gap = self._started and block.follows is None
        self._put(header, item.after, gap, (block.call, False))
        self._started = False
        self._open = (*self._open, block.id)
        self._is_empty = True

    def _turns(self, block: Block) -> bool:
        """Whether the `else` of an `if` that does nothing now is what `if not` does."""
        is_else = "".join(p for p in block.header.parts if isinstance(p, str)) == "else"
        if not (self._is_empty and is_else and block.follows == self._open[-1]):
            return False
        before = self._program.blocks[block.follows]
        header = self.lines[-1].text
        if not before.is_if or block.comments.above or "  #" in header or "\n" in header:
            return False
        condition = header.removeprefix("if ").removesuffix(":")
        self.lines[-1] = replace(self.lines[-1], text=f"if {negated(condition)}:")
        self._open = (*self._open[:-1], block.id)
        return True

    def _close(self, within: tuple[int, ...]) -> None:
        """Ends the blocks that the next lines are not in."""
        shared = 0
        while shared < min(len(within), len(self._open)) and within[shared] == self._open[shared]:
            shared += 1
        if len(self._open) > shared:
            if self._is_empty:
                head = self.lines[-1]
                self.lines.append(Line("pass", len(self._open), head.call))
            self._open = self._open[:shared]
            self._is_empty = False

    def _put(self, written: list[str], here: int, gap: bool, come: tuple[int | None, bool]) -> None:
        is_apart = not self._origins.takes(self._run, here)
        gap = gap or (is_apart and self._origins.gap(self._behind, here))
        if self.lines and gap and not self._is_empty:
            self.lines.append(Line("", 0, *come))
        self.lines += (Line(line, len(self._open), *come) for line in written)
        self._behind = max(self._behind, here)
        self._run = -1
        self._is_empty = False

    def end(self) -> None:
        self._close(())


def _is_same(one: str, other: str) -> bool:
    return ast.dump(ast.parse(one)) == ast.dump(ast.parse(other))
