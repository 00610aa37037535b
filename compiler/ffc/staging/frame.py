"""The names of one scope while it is staged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import libcst as cst

from ..frontend import ParsedModule
from ..frontend.fragments import Meant
from ..frontend.names import NameUse
from ..ir import Effect, Fragment, HelperUse, Symbol
from .trail import Trail
from .values import (
    RESIDUAL,
    DialectValue,
    Evaluated,
    HelperValue,
    Known,
    ManyValue,
    ModuleValue,
    RefValue,
    Residual,
    Value,
    dialect_value,
    of_wiring,
)

if TYPE_CHECKING:
    from .jumps import Loop


@dataclass(frozen=True)
class Binding:
    """A name's value. `code` is what to write for it, where that is not the name itself.

    `defined` says that a `def`, `class` or `import` bound it. `source` is what to write in a driver
    in which the app's own variables hold the refs, where that is not as in others.
    """

    symbol: Symbol
    value: Value
    code: Fragment | None = None
    defined: bool = False
    source: Fragment | None = None


@dataclass
class Frame:
    """The bindings of one scope; `replaced` are the expressions that are not written as they are,
    `effects` what these do where they are no wiring, `made` those that are not even where the app's
    own variables hold the refs.

    A module has a frame, a call that is staged has one of its own, and a comprehension. `outer` is
    the frame around it in the text, whose names it sees too; `parsed` is the file of both. Its own
    names are `own`; those that it declares `global` are `globals`. A generator has `yielded` what
    it has given so far. It is a call of `function`; `qualname` stands before the names of what it
    defines. It `is_home` of functions that may read its names later. The frame of a module says its
    `package`, and whether it has star imports of modules that are not the app's (`stars`). A name
    that is `shared` is one variable, whatever a block of the driver binds it to. Around the
    statement that is being staged are `loops`; behind it, the `rests` of the blocks around, None
    for one that does not go on with what stands behind it. What a call returns in blocks of the
    driver is its `result`, called as the `hint` says.
    """

    scope: int
    trail: Trail
    outer: Frame | None = None
    own: frozenset[str] = frozenset()
    globals: frozenset[str] = frozenset()
    bindings: dict[str, Binding] = field(default_factory=dict)
    replaced: dict[int, Fragment] = field(default_factory=dict)
    made: dict[int, Fragment] = field(default_factory=dict)
    effects: dict[int, Effect] = field(default_factory=dict)
    function: Symbol | None = None
    qualname: str = ""
    is_home: bool = False
    yielded: list[Evaluated] | None = None
    parsed: ParsedModule | None = None
    package: str = ""
    stars: bool = False
    shared: Counter[str] = field(default_factory=Counter)
    loops: list[Loop] = field(default_factory=list)
    rests: list[Sequence[cst.BaseStatement] | None] = field(default_factory=list)
    result: Symbol | None = None
    hint: str = ""

    def __post_init__(self) -> None:
        if self.parsed is None and self.outer is not None:
            self.parsed = self.outer.parsed

    @property
    def module(self) -> Frame:
        """The frame of the module that the scope stands in."""
        frame = self
        while frame.outer is not None:
            frame = frame.outer
        return frame

    def lookup(self, name: str) -> Binding | None:
        return self._sees(name).bindings.get(name)

    def reach(self, use: NameUse) -> tuple[Binding | None, cst.CSTNode | None]:
        """What a use of a name stands for, and the node that says so.

        Members of the app's own modules are names of these: `config.RATE` is the one of `config`.
        """
        bound = self.lookup(use.name)
        node: cst.CSTNode | None = use.node
        for member in use.members:
            inner = _member(bound, member)
            if inner is None:
                break
            bound, node = inner, member
        return bound, node

    def meant(self, use: NameUse) -> Binding | None:
        """What a use of a name stands for."""
        return self.reach(use)[0]

    def named(self, expression: cst.BaseExpression) -> Binding | None:
        """What a name, or a name of one of the app's own modules, stands for."""
        if isinstance(expression, cst.Name):
            return self.lookup(expression.value)
        if isinstance(expression, cst.Attribute):
            return _member(self.named(expression.value), expression)
        return None

    def module_of(self, target: cst.BaseExpression) -> ModuleValue | None:
        """The module of the app whose name an assignment to `target` binds."""
        owner = self.named(target.value) if isinstance(target, cst.Attribute) else None
        return owner.value if owner and isinstance(owner.value, ModuleValue) else None

    def _sees(self, name: str) -> Frame:
        """The frame in which the name is looked for last: its home, or one nearer that has it."""
        frame = self
        while frame.outer is not None and name not in frame.own and name not in frame.bindings:
            frame = frame.module if name in frame.globals else frame.outer
        return frame

    def home(self, name: str) -> Frame:
        """The frame in which an assignment to `name` binds it."""
        frame = self
        while frame.outer is not None and name not in frame.own:
            frame = frame.module if name in frame.globals else frame.outer
        return frame

    def bind(
        self,
        name: str,
        value: Value,
        code: Fragment | None = None,
        defined: bool = False,
        source: Fragment | None = None,
    ) -> Symbol:
        """Binds `name` and returns its symbol: a new version where a definition is involved."""
        home = self.home(name)
        held = home.bindings.get(name)
        symbol = held.symbol if held is not None else Symbol(name, home.scope)
        differs = held is not None and not home.shared[name] and _differs(held.value, value)
        if held is not None and (held.defined or defined or differs):
            symbol = Symbol(name, home.scope, symbol.version + 1)
        home.set(name, Binding(symbol, value, code, defined, source))
        return symbol

    def share(self, name: str, by: int = 1) -> None:
        """A block begins whose parts bind a name of this very frame, or ends with `by=-1`."""
        self.trail.note(lambda: self.shared.update({name: -by}))
        self.shared[name] += by

    def define(self, name: str, value: Callable[[Symbol], Value]) -> Symbol:
        """Binds `name` to what `value` makes of its new symbol."""
        symbol = self.bind(name, RESIDUAL, defined=True)
        self.home(name).set(name, Binding(symbol, value(symbol), defined=True))
        return symbol

    def set(self, name: str, binding: Binding) -> None:
        """Gives a name of this very frame its binding."""
        held = self.bindings.get(name)
        self.trail.bind(self, name, lambda: self._restore(name, held))
        if self.is_home and not (held and _is_plain(held.value) and _is_plain(binding.value)):
            self.trail.bindings += 1
        self.bindings[name] = binding

    def remove(self, name: str) -> None:
        """Unbinds a name of this very frame."""
        held = self.bindings.pop(name)
        self.trail.bind(self, name, lambda: self._restore(name, held))

    def _restore(self, name: str, held: Binding | None) -> None:
        if held is None:
            self.bindings.pop(name, None)
        else:
            self.bindings[name] = held

    def unset(self, name: str) -> None:
        """Takes the binding of a name of this very frame away."""
        held = self.bindings.get(name)
        self.trail.bind(self, name, lambda: self._restore(name, held))
        self.bindings.pop(name, None)

    def hold(self, name: str, symbol: Symbol, value: Value) -> None:
        """Says what a variable holds that ffc makes up."""
        self.set(name, Binding(symbol, value))

    def rebind(self, name: str, value: Value) -> None:
        """Gives a name of this very frame another value, under the same symbol."""
        held = self.bindings[name]
        self.set(name, Binding(held.symbol, value, held.code, held.defined, held.source))

    def meaning(self, use: NameUse, as_written: bool = False) -> Meant | None:
        """What to write for a use, and in whose place; None for the text that is there.

        It is the symbol of the name, or other code; `as_written` asks for what stands in a driver
        in which the app's own variables hold the refs.
        """
        found, node = self.reach(use)
        if found is None or node is None or isinstance(found.value, ModuleValue):
            return None
        if use.stores and use.late and node is use.members[-1]:
            return None  # a function that is not staged would bind a name of its own
        code = found.code if found.code is not None else found.symbol
        return node, (found.source or code) if as_written else code


def _member(bound: Binding | None, member: cst.Attribute) -> Binding | None:
    """The name that `module.name` stands for."""
    if bound is not None and isinstance(bound.value, DialectValue):
        return of_dialect(f"{bound.value.name}.{member.attr.value}", bound.symbol)
    if bound is None or not isinstance(bound.value, ModuleValue):
        return None
    return bound.value.frame.bindings.get(member.attr.value)


def of_dialect(name: str, symbol: Symbol) -> Binding:
    """What `symbol` stands for that is bound to a name of a front end."""
    value = dialect_value(name)
    code = Fragment((HelperUse(value.name),)) if isinstance(value, HelperValue) else None
    return Binding(symbol, value, code, defined=True)


def _differs(one: Value, other: Value) -> bool:
    """Whether they share no variable: one is of the wiring and the other is not.

    A variable of the driver with refs keeps these: containers name it that were filled before.
    """
    if isinstance(one, (RefValue, ManyValue)):
        return True
    return of_wiring(one) is not of_wiring(other)


def _is_plain(value: Value) -> bool:
    """Whether functions that name it are no wiring because of that."""
    return isinstance(value, (Known, Residual))
