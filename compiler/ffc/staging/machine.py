"""The parts of staging, as its constructs see each other.

Expressions hold expressions, and calls hold statements: every construct needs the others. Each is
a function that takes this machine, through which it reaches the rest without importing it.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

import libcst as cst

from ..diagnostics import Diagnostic, Sink
from ..diagnostics import staging as errors
from ..frontend import Modules, ParsedModule
from ..frontend.fragments import Meant, fragment
from ..frontend.names import NameUse, bound_again, bound_inside, names, target_names
from ..ir import Argument, Effect, Fragment, Symbol, text
from ..source import Span
from .attempt import Impure
from .classes import Class
from .deciding import decides
from .frame import Frame
from .known import MOST
from .passed import Passed
from .raising import Raised
from .record import Record
from .reify import reify
from .trail import Trail
from .values import (
    BROKEN,
    RESIDUAL,
    Broken,
    DialectValue,
    Evaluated,
    FunctionValue,
    Mapping_,
    ModuleValue,
    Object_,
    Sequence_,
    Value,
    empty,
    give_up,
    holds,
    is_large,
    of_wiring,
)

if TYPE_CHECKING:
    from .graphs.remotes import Remote
    from .kept.tasks import TaskChoice
    from .modules.types import Pending

DEEPEST = 200  # calls within calls
MOST_NODES = 20_000
_Node = TypeVar("_Node", bound=cst.CSTNode)
Definition_ = cst.FunctionDef | cst.ClassDef
Callable_ = cst.FunctionDef | cst.Lambda | cst.ClassDef


@dataclass(frozen=True)
class Returned:
    """What a staged function returned: the code, if it is an atom, and what evaluating it does.

    `source` is the code where the app's own variables hold the refs.
    """

    code: Fragment
    is_atom: bool
    effect: Effect
    source: Fragment | None = None


@dataclass
class Altered:
    """What calls that were worked out have changed, of the statement at hand: variables that they
    bound again, and those of the containers that they changed."""

    rebinds: dict[Symbol, None] = field(default_factory=dict)
    changes: dict[Symbol, None] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.rebinds or self.changes)


class Machine(ABC):
    """What is being staged, what was found, and the way to stage a part of it.

    `module` is the file of the code at hand, `globals` has the names of the app itself. The app's
    own `modules` are where the `finder` says; without one, imports stay. It `is_over` when all
    statements are staged.
    """

    def __init__(
        self, module: ParsedModule, sink: Sink, scope: int, finder: Modules | None
    ) -> None:
        self.module = module
        self.finder = finder
        self.modules: dict[str, ModuleValue | Broken] = {}
        self.captured: dict[Symbol, None] = {}
        self.type_imports: list[Pending] = []
        self.is_over = False
        self.sink = sink
        self.trail = Trail()
        self.record = Record(self.trail)
        self.rebound: dict[int, frozenset[str]] = {}  # by scope: bound more than once
        self.bound_twice: dict[int, frozenset[str]] = {}  # the same, not by one loop alone
        self.globals = self.module_frame(module, scope)
        self.globals.package = finder.package if finder is not None else ""
        self.trees: dict[Symbol, Callable_] = {}
        self.homes: dict[Symbol, Frame] = {}
        self.defaults: dict[tuple[Symbol, int], Evaluated] = {}
        self.written_defaults: dict[Symbol, dict[int, Fragment]] = {}
        self.classes: dict[Symbol, Class | None] = {}
        self.owners: dict[Symbol, Class] = {}  # of the functions in the bodies of classes
        self.calls: dict[int, tuple[cst.CSTNode, cst.Call]] = {}
        self.places: dict[int, cst.CSTNode] = {}
        self.made_up: list[cst.CSTNode] = []
        self.taking: set[int] = set()  # calls that take elements out of containers with nodes
        self.opening: set[int] = set()  # calls that give what nodes come into
        self.filling: set[int] = set()  # calls that change a container that the driver fills
        self.made: dict[Symbol, Fragment] = {}
        self.qualnames: dict[Symbol, str] = {}
        self.decorators: dict[Symbol, Sequence[cst.Decorator]] = {}
        self.remotes: dict[Symbol, Remote] = {}
        self.star_imports: list[str] = []
        self.depth = 0
        self.evaluations = 0
        self.returned: Returned | None = None
        self.stopped = False
        self.deciding: list[int] = []  # the blocks of the driver around that are being looked at
        self.endless: Diagnostic | None = None  # what ends all staging, inside of attempts too
        self.guarded = 0  # how many staged `try` and `with` are around
        self.doubts = 0  # how many statements there are of which only the driver knows if they fail
        self.handling: list[Raised] = []
        self.bare = 0
        self.headers = 0  # how many first lines of blocks are around the expression
        self.hint = ""  # the name that gets what expression `hinted` gives
        self.hinted = 0
        self.choices: dict[Symbol, TaskChoice] = {}  # functions that call one of some tasks
        self.altered = Altered()
        self.apart = False  # whether calls in the statement at hand may vanish with it
        self.direct = 0
        self.tracks = decides(module.tree, self.rebound[scope])
        self.arguments: dict[int, tuple[Argument, ...]] = {}

    @abstractmethod
    def apply(
        self, callee: Value, arguments: Sequence[Passed], node: cst.Call, frame: Frame
    ) -> Value:
        """What a call of `callee` gives; `node` is the call that the app has written."""

    @abstractmethod
    def builtin(self, name: str) -> Value | None:
        """The function or constant of Python, or of its library, with that qualified name."""

    @abstractmethod
    def evaluate(self, expression: cst.BaseExpression, frame: Frame) -> Value:
        """The value of `expression`; what it does to the wiring is done and recorded."""

    def evaluate_header(self, expression: cst.BaseExpression, frame: Frame) -> Value:
        """The same for one that stays in the first line of a block, all that it binds included."""
        self.headers += 1
        try:
            return self.evaluate(expression, frame)
        finally:
            self.headers -= 1

    @abstractmethod
    def execute(
        self, statements: Sequence[cst.BaseStatement], frame: Frame, goes_on: bool = False
    ) -> Value | None:
        """Stages statements in order; the value returned, None where the end was reached.

        If it `goes_on`, what stands behind the statement around comes next, and nothing else.
        """

    @abstractmethod
    def is_wiring(self, value: Value) -> bool:
        """Whether it is a function of the app that makes nodes, workflows or runs when called."""

    @abstractmethod
    def touches(self, expression: cst.CSTNode, frame: Frame) -> bool:
        """Whether a name in it stands for something of the wiring."""

    @abstractmethod
    def refuse_unknown(self, value: DialectValue, node: cst.CSTNode) -> Value:
        """Refuses a name of a front end that no table has."""

    @abstractmethod
    def effect_of_call(self, function: FunctionValue) -> Effect:
        """What a call of a function of the app does besides giving a value."""

    def function(self, symbol: Symbol, tree: Callable_, home: Frame) -> FunctionValue:
        """The function or class that `tree` defines in `home`."""
        self.trees[symbol], self.homes[symbol] = tree, home
        home.is_home = True
        return FunctionValue(symbol, self.is_wiring)

    @property
    def may_open(self) -> bool:
        """Whether the driver may have a container from here on: nothing is tried or looked at."""
        return self.tracks and not self.trail.attempts and not self.deciding

    def own_name(self, function: FunctionValue) -> str:
        """Its `__name__`."""
        tree = self.trees[function.definition]
        return "<lambda>" if isinstance(tree, cst.Lambda) else str(tree.name.value)

    def stand_in(self, made: _Node, place: cst.CSTNode) -> _Node:
        """A piece of syntax that the app does not write, but means at `place`."""
        self.places[id(made)] = place
        self.made_up.append(made)  # its identity must stay its own
        return made

    def call_at(self, place: cst.CSTNode) -> cst.Call:
        """The call that stands for what the app does at `place` without writing a call."""
        if id(place) not in self.calls:
            function = place.func if isinstance(place, cst.Call) else cst.Name("_")
            self.calls[id(place)] = place, cst.Call(function)
            self.places[id(self.calls[id(place)][1])] = place
        return self.calls[id(place)][1]

    def module_frame(self, module: ParsedModule, scope: int) -> Frame:
        """The names of a module, none so far."""
        self.note_bound(scope, names(module.tree))
        return Frame(scope, self.trail, parsed=module)

    def note_bound(self, scope: int, uses: Sequence[NameUse]) -> None:
        """Which names of a scope get more than one value."""
        self.rebound[scope] = bound_again(uses)
        self.bound_twice[scope] = bound_again(uses, loops=1)

    def qualified(self, expression: cst.BaseExpression, frame: Frame | None = None) -> str:
        """The qualified name of something imported; the text of another name."""
        bound = (frame or self.globals).named(expression)
        found = self.record.imported.get(bound.symbol) if bound is not None else None
        if found is not None:
            return found.qualified
        if isinstance(expression, cst.Attribute) and bound is None:
            return f"{self.qualified(expression.value, frame)}.{expression.attr.value}"
        if isinstance(expression, cst.Name) and (bound is None or frame is None):
            return expression.value
        return "?"

    def written(self, value: Value) -> Fragment:
        """The code that gives `value`, where there is any."""
        return reify(value) or text("None")

    @abstractmethod
    def unpack(self, target: cst.Tuple | cst.List, given: Evaluated, frame: Frame) -> None:
        """Binds the targets to the elements of `given`."""

    @abstractmethod
    def steps(self, given: Evaluated) -> Iterator[Evaluated] | None:
        """What a loop goes through, one after another; None where that is not known."""

    def iterate(self, given: Evaluated) -> list[Evaluated] | None:
        """All that a loop over the value goes through, None where that is not known."""
        found = self.steps(given)
        items = None if found is None else list(islice(found, MOST + 1))
        return items if items is not None and len(items) <= MOST else None

    @abstractmethod
    def step(self, node: cst.CSTNode) -> bool:
        """Counts one step of the work at `node`; whether it is time to stop."""

    @abstractmethod
    def sorted(
        self,
        items: Evaluated,
        keywords: Mapping[str, Evaluated],
        node: cst.Call,
        frame: Frame,
    ) -> list[Evaluated] | None:
        """The elements as `sorted` orders them, None where that is not known."""

    def names_of(self, frame: Frame, value: object) -> list[Symbol]:
        """The variables that hold this very object."""
        frames: list[Frame] = []
        around: Frame | None = frame
        while around is not None:
            frames.append(around)
            around = around.outer
        frames += (m.frame for m in self.modules.values() if isinstance(m, ModuleValue))
        bound = (one for inner in frames for one in inner.bindings.values())
        return list(dict.fromkeys(one.symbol for one in bound if one.value is value))

    def names_in(self, target: cst.BaseExpression) -> frozenset[str]:
        """The names that a loop binds."""
        return frozenset(name.value for name in target_names(target))

    def code(self, piece: cst.CSTNode, frame: Frame) -> Fragment:
        """The text of what was just evaluated, with what was replaced in it."""
        return fragment(piece, lambda use: self.meaning(piece, use, frame), frame.replaced)

    def source(
        self, piece: cst.CSTNode, frame: Frame, replaced: Mapping[int, Fragment] | None = None
    ) -> Fragment:
        """The text of what was just evaluated, where the app's own variables hold the refs."""
        made = {**frame.made, **replaced} if replaced else frame.made
        return fragment(piece, lambda use: frame.meaning(use, as_written=True), made)

    def code_as(
        self,
        piece: cst.CSTNode,
        frame: Frame,
        meant: Mapping[str, Symbol],
        replaced: Mapping[int, Fragment],
    ) -> Fragment:
        """The same, where some names have other meanings than in `frame`, or are written anew."""

        def resolve(use: NameUse) -> Meant | None:
            symbol = meant.get(use.name)
            if symbol is not None and use.node is not None:
                return use.node, symbol
            return self.meaning(piece, use, frame)

        return fragment(piece, resolve, replaced)

    def meaning(self, piece: cst.CSTNode, use: NameUse, frame: Frame) -> Meant | None:
        """What to write for a use in `piece`.

        `import rates`, then `lambda rate: rate * rates.rate`: the name of the module's `rate` means
        something else there.
        """
        meant = frame.meaning(use)
        symbol = meant[1] if meant is not None else None
        if not isinstance(symbol, Symbol) or symbol.name == use.name:
            return meant
        if symbol.name in bound_inside(piece):
            self.captured[symbol] = None
        return meant

    def evaluate_bare(self, expression: cst.BaseExpression, frame: Frame) -> Value:
        """The same for an expression that needs no parentheses where it stands."""
        self.bare = id(expression)
        return self.evaluate(expression, frame)

    def evaluated(self, expression: cst.BaseExpression, frame: Frame) -> Evaluated:
        """Value, code and place of `expression`."""
        value = self.evaluate_bare(expression, frame)
        code, span = self.code(expression, frame), self.module.span(expression)
        follows = self.tracks and (self.record.path or of_wiring(value))
        return Evaluated(value, code, span, self.source(expression, frame) if follows else None)

    def span(self, node: cst.CSTNode) -> Span:
        return self.module.span(self.places.get(id(node), node))

    def may_take(self, node: cst.CSTNode, owner: Value, item: Value) -> bool:
        """Whether the container `owner` can be followed with `item` in it."""
        if isinstance(item, (Sequence_, Mapping_, Object_)) and holds(item, owner):
            reason = "is put into itself"
        elif (of_wiring(item) or of_wiring(owner)) and getattr(owner, "given", False):
            reason = "is changed after a node has got it"
        else:
            return True
        if of_wiring(item) or of_wiring(owner):
            self.refuse(errors.ChangedLater(self.span(node), reason))
        else:
            give_up(owner)
        return False

    def bounded(self, node: cst.CSTNode, value: Value) -> Value:
        """The value, unless it is a container too large to be followed."""
        if not is_large(value, MOST_NODES):
            return value
        if of_wiring(value):
            empty(value)
            return self.refuse(errors.TooLarge(self.span(node)))
        if not is_large(value, MOST):
            return value
        give_up(value)
        return RESIDUAL

    def refuse(self, diagnostic: Diagnostic) -> Value:
        """Reports, and gives the value about which nothing more is said."""
        if self.trail.attempts:
            raise Impure
        self.sink.report(diagnostic)
        return BROKEN

    def stop(self, diagnostic: Diagnostic) -> Value:
        """Reports, and stages nothing more; an attempt alone is over."""
        refused = self.refuse(diagnostic)
        self.stopped = True
        return refused
