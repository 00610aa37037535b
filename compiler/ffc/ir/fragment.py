"""Code with holes: how expressions and statements travel after staging.

A fragment is source text in which every name that the compiler may choose is a hole: the app's
variables, the refs of nodes, the values of runs. Emission fills the holes; nothing behind staging
sees a syntax tree.

    f(a, n + 1)   with a node and n a variable   →   "f(", RefUse(0), ", ", SymbolUse(n), " + 1)"
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .symbol import Symbol


@dataclass(frozen=True, slots=True)
class SymbolUse:
    """The name of a variable, a definition or an import of the app."""

    symbol: Symbol


@dataclass(frozen=True, slots=True)
class RefUse:
    """The ref of a node, or of one item of it."""

    ref: Ref


@dataclass(frozen=True)
class RunUse:
    """The value of `run()`: the results of the run's leaves."""

    run: int


@dataclass(frozen=True)
class HelperUse:
    """The name of a helper of the runtime."""

    name: str


@dataclass(frozen=True, slots=True)
class Ref:
    """Result of node `node`: the whole of it, or the item that `key` (as source text) picks."""

    node: int
    key: str | None = None


Part = str | SymbolUse | RefUse | RunUse | HelperUse


@dataclass(frozen=True)
class Fragment:
    """Parts in order. Standing where a name may stand, it has parentheses if it needs them."""

    parts: tuple[Part, ...]

    @property
    def symbols(self) -> Sequence[Symbol]:
        return [part.symbol for part in self.parts if isinstance(part, SymbolUse)]

    @property
    def refs(self) -> Sequence[Ref]:
        return [part.ref for part in self.parts if isinstance(part, RefUse)]

    @property
    def helpers(self) -> Sequence[str]:
        return [part.name for part in self.parts if isinstance(part, HelperUse)]

    @property
    def runs(self) -> Sequence[int]:
        return [part.run for part in self.parts if isinstance(part, RunUse)]


NO_CODE = Fragment(())


def holds_ref(fragment: Fragment) -> bool:
    """Whether the code names the ref of a node."""
    return any(isinstance(part, RefUse) for part in fragment.parts)


def text(code: str) -> Fragment:
    """Code without a hole."""
    return Fragment((code,))


def join(*pieces: Fragment | Part) -> Fragment:
    """One fragment of several, neighbouring texts made one."""
    parts: list[Part] = []
    for piece in pieces:
        for part in piece.parts if isinstance(piece, Fragment) else (piece,):
            if isinstance(part, str) and parts and isinstance(parts[-1], str):
                parts[-1] += part
            elif part != "":
                parts.append(part)
    return Fragment(tuple(parts))
