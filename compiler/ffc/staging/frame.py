"""The names of one scope while it is staged."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from ..ir import Effect, Fragment, Symbol
from .values import RESIDUAL, Value


@dataclass(frozen=True)
class Binding:
    """A name's value. `code` is what to write for it, where that is not the name itself.

    `defined` says that a `def`, `class` or `import` bound it.
    """

    symbol: Symbol
    value: Value
    code: Fragment | None = None
    defined: bool = False


@dataclass
class Frame:
    """The bindings of one scope; `replaced` are the expressions that are not written as they are,
    `effects` what these do where they are no wiring.

    Scope 0 is the module. A call that is staged has a frame of its own, whose `outer` is the
    module's, and whose names are `own`. Names that the scope binds more than once are `rebound`.
    """

    scope: int
    outer: Frame | None = None
    own: frozenset[str] = frozenset()
    rebound: frozenset[str] = frozenset()
    bindings: dict[str, Binding] = field(default_factory=dict)
    replaced: dict[int, Fragment] = field(default_factory=dict)
    effects: dict[int, Effect] = field(default_factory=dict)

    def lookup(self, name: str) -> Binding | None:
        if name in self.bindings:
            return self.bindings[name]
        if self.outer is not None and name not in self.own:
            return self.outer.lookup(name)
        return None

    def home(self, name: str) -> Frame:
        """The frame in which an assignment to `name` binds it."""
        return self if self.outer is None or name in self.own else self.outer.home(name)

    def bind(
        self, name: str, value: Value, code: Fragment | None = None, defined: bool = False
    ) -> Symbol:
        """Binds `name` and returns its symbol: a new version where a definition is involved."""
        home = self.home(name)
        held = home.bindings.get(name)
        symbol = held.symbol if held is not None else Symbol(name, home.scope)
        if held is not None and (held.defined or defined):
            symbol = Symbol(name, home.scope, symbol.version + 1)
        home.bindings[name] = Binding(symbol, value, code, defined)
        return symbol

    def define(self, name: str, value: Callable[[Symbol], Value]) -> Symbol:
        """Binds `name` to what `value` makes of its new symbol."""
        symbol = self.bind(name, RESIDUAL, defined=True)
        home = self.home(name)
        home.bindings[name] = Binding(symbol, value(symbol), defined=True)
        return symbol

    def resolve(self, name: str) -> Symbol | Fragment | None:
        """What to write for `name`: its symbol, other code, or nothing special (a builtin)."""
        found = self.lookup(name)
        if found is None:
            return None
        return found.code if found.code is not None else found.symbol
