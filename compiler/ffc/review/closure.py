"""The code that variables of an app get their values from, however far."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from ..ir import Effect, Enter, Fragment, Plain, Program, Symbol
from ..runtime.storage.fingerprint import digest_of, plain

Item = tuple[str, int]  # a statement, a definition or an import, by its index


class Closure:
    """Digests of that code in `program`; `run_print` says what the results of a run come from."""

    def __init__(self, program: Program, shown: Callable[[Fragment], str]) -> None:
        self._program, self._shown = program, shown
        self.run_prints: dict[int, str] = {}
        self._binding: defaultdict[Symbol, list[Item]] = defaultdict(list)
        for index, statement in enumerate(program.statements):
            if isinstance(statement, Plain) and not statement.wiring:
                for symbol in dict.fromkeys(_bound(program, statement)):
                    self._binding[symbol].append(("statement", index))
            elif isinstance(statement, Enter):
                for symbol in program.blocks[statement.block].binds:
                    self._binding[symbol].append(("statement", index))
        for index, definition in enumerate(program.definitions):
            self._binding[definition.symbol].append(("definition", index))
        for index, imported in enumerate(program.imports):
            self._binding[imported.symbol].append(("import", index))
        self._texts: dict[Item, tuple[str, tuple[Symbol, ...]]] = {}

    def digest(self, symbols: Iterable[Symbol]) -> str:
        """One for the same code; empty if nothing of the app binds the symbols."""
        items = sorted({item for symbol in self.reached(symbols) for item in self._binding[symbol]})
        return str(digest_of([self._of(item)[0] for item in items])) if items else ""

    def reached(self, symbols: Iterable[Symbol]) -> set[Symbol]:
        """The symbols, and all that they lead to."""
        found: set[Symbol] = set()
        pending = [*symbols]
        while pending:
            symbol = pending.pop()
            if symbol not in found:
                found.add(symbol)
                for item in self._binding.get(symbol, ()):
                    pending += self._of(item)[1]
        return found

    def binds(self, symbol: Symbol) -> bool:
        """Whether anything in the app does."""
        return symbol in self._binding

    def is_variable(self, symbol: Symbol) -> bool:
        """Whether statements of the app bind it."""
        return any(kind == "statement" for kind, _ in self._binding.get(symbol, ()))

    def is_changed(self, symbol: Symbol) -> bool:
        """Whether more than one statement has to do with its value."""
        return len(self._binding.get(symbol, ())) > 1

    def text(self, code: Fragment) -> str:
        """The code without comments and layout, and what the results in it come from."""
        runs = "".join(f" {self.run_prints.get(run, '')}" for run in code.runs)
        return normalized(self._shown(code)) + runs

    def _of(self, item: Item) -> tuple[str, tuple[Symbol, ...]]:
        """The text of an item, and the symbols that it reads."""
        if item not in self._texts:
            self._texts[item] = self._made(*item)
        return self._texts[item]

    def _made(self, kind: str, index: int) -> tuple[str, tuple[Symbol, ...]]:
        if kind == "import":
            found = self._program.imports[index]
            return f"{found.module} {found.name} {found.symbol.name}", ()
        if kind == "definition":
            definition = self._program.definitions[index]
            head, tail = definition.head, definition.tail
            both = Fragment((*head.parts, "\n", *tail.parts))
            return self.text(both), (*head.symbols, *tail.symbols)
        statement = self._program.statements[index]
        around = [self._program.blocks[turn.block].header for turn in self._program.paths[index]]
        within = "".join(f"{self.text(header)}:" for header in around)
        uses = tuple(symbol for header in around for symbol in header.symbols)
        if isinstance(statement, Plain):
            return within + self.text(statement.code), (*uses, *statement.uses)
        assert isinstance(statement, Enter)
        header = self._program.blocks[statement.block].header
        return within + self.text(header), (*uses, *statement.uses)


def _bound(program: Program, statement: Plain) -> Iterator[Symbol]:
    """The variables that a statement binds or changes, or may change: `parser.add_argument(…)`."""
    yield from (*statement.defines, *statement.changes, *statement.rebinds)
    if statement.effect is Effect.ANY:
        named = program.global_names
        yield from (symbol for symbol in statement.uses if symbol not in named)


def normalized(text: str) -> str:
    """Code without comments, layout and docstrings, if it is whole."""
    for whole in (text.strip(), f"{text.strip()}: pass"):
        try:
            tree = ast.parse(whole)
        except (SyntaxError, ValueError):
            continue
        return "\n".join(ast.unparse(plain(one)) for one in tree.body)
    return text.strip()
