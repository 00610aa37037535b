"""Which names a piece of code reads and binds in the scope that it stands in.

LibCST's own scopes need metadata, which costs ten times the parse. This walk knows Python's
rules of scope: what functions, lambdas, comprehensions and classes bind stays inside them, and what
they read of the outside is a read of the scope around.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import libcst as cst

from .walk import Walker

_NAMELESS = frozenset({cst.SimpleString, cst.Integer, cst.Float})
_KEPT = 1 << 16


@dataclass(frozen=True, slots=True)
class NameUse:
    """A name read or bound; `node` is where it stands, None where no token can be replaced.

    `late` says that it stands in the body of a function, which runs later, `looped` that a loop
    comes to it again and again. `members` are the attributes that are read of it, from the inside
    out: `a.b` and `a.b.c`; the last of them is assigned to where it `stores`.
    """

    name: str
    node: cst.Name | None
    binds: bool
    late: bool
    looped: bool = False
    members: tuple[cst.Attribute, ...] = ()
    stores: bool = False


@dataclass
class _Scope:
    """A scope inside the piece: what it binds, and what it says of names further out."""

    uses: list[NameUse]
    is_class: bool = False
    is_comprehension: bool = False
    outer: frozenset[str] = frozenset()


@lru_cache(maxsize=_KEPT)  # trees do not change, and the same piece is asked for many times
def names(piece: cst.CSTNode) -> tuple[NameUse, ...]:
    """The uses that belong to the scope around `piece`, in the order of the text."""
    if type(piece) in _NAMELESS:
        return ()
    if isinstance(
        piece, (cst.Module, cst.SimpleStatementLine)
    ):  # its statements are asked for, too
        return tuple(use for statement in piece.body for use in names(statement))
    walk = _Walk()
    walk.walk(piece)
    return tuple(walk.scopes[0].uses)


@lru_cache(maxsize=4096)
def body_names(function: cst.FunctionDef | cst.Lambda) -> tuple[NameUse, ...]:
    """The uses that belong to the scope of the function itself, its parameters included."""
    walk = _Walk()
    for param in _params(function.params):
        walk.store(param.name)
    walk.walk(function.body)
    return tuple(walk.scopes[0].uses)


@lru_cache(maxsize=4096)
def bound_inside(piece: cst.CSTNode) -> Counter[str]:
    """How often functions, classes and comprehensions in `piece` bind names for themselves."""
    walk = _Walk()
    walk.walk(piece)
    return Counter(walk.inside)


def bound_again(uses: Iterable[NameUse], loops: int = 2) -> frozenset[str]:
    """The names that are bound more than once, by statements or by functions called later.

    What a loop binds counts `loops` times.
    """
    counts = Counter(u.name for u in uses for _ in range(loops if u.looped else 1) if u.binds)
    return frozenset(name for name, count in counts.items() if count > 1)


def target_names(target: cst.BaseExpression) -> Iterator[cst.Name]:
    """The names that an assignment to `target` binds."""
    if isinstance(target, cst.Name):
        yield target
    elif isinstance(target, cst.StarredElement):
        yield from target_names(target.value)
    elif isinstance(target, (cst.Tuple, cst.List)):
        for element in target.elements:
            yield from target_names(element.value)


def _params(params: cst.Parameters) -> Iterator[cst.Param]:
    yield from (*params.posonly_params, *params.params, *params.kwonly_params)
    for star in (params.star_arg, params.star_kwarg):
        if isinstance(star, cst.Param):
            yield star


class _Walk(Walker):
    def __init__(self) -> None:
        self.scopes: list[_Scope] = [_Scope([])]
        self.inside: list[str] = []
        self._late = 0
        self._loops = 0

    def load(
        self, node: cst.Name, members: tuple[cst.Attribute, ...] = (), stores: bool = False
    ) -> None:
        late = self._late > 0
        use = NameUse(node.value, node, False, late, members=members, stores=stores)
        self.scopes[-1].uses.append(use)

    def store(self, node: cst.Name | None, name: str | None = None) -> None:
        name = name or (node.value if node else "")
        looped = self._loops > 0
        self.scopes[-1].uses.append(NameUse(name, node, True, self._late > 0, looped))

    def _targets(self, target: cst.BaseExpression) -> None:
        bound = list(target_names(target))
        for name in bound:
            self.store(name)
        _Loads(self, {id(name) for name in bound}).walk(target)

    def _enter(self, is_class: bool = False, is_comprehension: bool = False) -> None:
        self.scopes.append(_Scope([], is_class, is_comprehension))

    def _leave(self) -> None:
        """What the inner scope does not bind itself is a use of the scope around it."""
        inner = self.scopes.pop()
        binds = [use.name for use in inner.uses if use.binds and use.name not in inner.outer]
        self.inside += binds
        bound = set(binds)
        for use in inner.uses:
            # A class's own names are not seen from its methods, but its body may read them.
            if use.name not in bound or (inner.is_class and use.late and not use.binds):
                self.scopes[-1].uses.append(use)

    # Names

    def visit_Name(self, node: cst.Name) -> bool:
        self.load(node)
        return False

    def visit_Attribute(self, node: cst.Attribute) -> bool:
        self.members(node)
        return False

    def members(self, node: cst.Attribute, stores: bool = False) -> None:
        """A dotted name, or attributes of another expression."""
        owner: cst.BaseExpression = node
        chain: list[cst.Attribute] = []
        while isinstance(owner, cst.Attribute):
            chain.append(owner)
            owner = owner.value
        if isinstance(owner, cst.Name):
            self.load(owner, tuple(reversed(chain)), stores)
        else:
            self.walk(owner)

    def visit_Arg(self, node: cst.Arg) -> bool:
        self.walk(node.value)
        return False

    # Bindings

    def visit_AssignTarget(self, node: cst.AssignTarget) -> bool:
        self._targets(node.target)
        return False

    def visit_AnnAssign(self, node: cst.AnnAssign) -> bool:
        self._targets(node.target)
        self.walk(node.annotation)
        if node.value is not None:
            self.walk(node.value)
        return False

    def visit_AugAssign(self, node: cst.AugAssign) -> bool:
        self.walk(node.target)
        self._targets(node.target)
        self.walk(node.value)
        return False

    def visit_For(self, node: cst.For) -> bool:
        self._loops += 1
        self._targets(node.target)
        for part in (node.iter, node.body):
            self.walk(part)
        self._loops -= 1
        if node.orelse is not None:
            self.walk(node.orelse)
        return False

    def visit_While(self, node: cst.While) -> bool:
        self._loops += 1
        self.walk(node.test)
        self.walk(node.body)
        self._loops -= 1
        if node.orelse is not None:
            self.walk(node.orelse)
        return False

    def visit_AsName(self, node: cst.AsName) -> bool:
        self._targets(node.name)
        return False

    def visit_NamedExpr(self, node: cst.NamedExpr) -> bool:
        assert isinstance(node.target, cst.Name)
        depth = next(
            i for i in range(len(self.scopes) - 1, -1, -1) if not self.scopes[i].is_comprehension
        )
        late = self._late > 0
        self.scopes[depth].uses.append(NameUse(node.target.value, node.target, True, late))
        self.walk(node.value)
        return False

    def visit_Del(self, node: cst.Del) -> bool:
        self._targets(node.target)
        for name in target_names(node.target):
            self.load(name)
        return True

    def visit_Import(self, node: cst.Import) -> bool:
        for alias in node.names:
            self._import(alias)
        return False

    def visit_ImportFrom(self, node: cst.ImportFrom) -> bool:
        if not isinstance(node.names, cst.ImportStar):
            for alias in node.names:
                self._import(alias)
        return False

    def _import(self, alias: cst.ImportAlias) -> None:
        if alias.asname is not None and isinstance(alias.asname.name, cst.Name):
            self.store(alias.asname.name)
        else:
            self.store(None, alias.evaluated_name.split(".")[0])

    def visit_Global(self, node: cst.Global) -> bool:
        self._outer(node.names)
        return False

    def visit_Nonlocal(self, node: cst.Nonlocal) -> bool:
        self._outer(node.names)
        return False

    def _outer(self, items: Sequence[cst.NameItem]) -> None:
        self.scopes[-1].outer |= {item.name.value for item in items}
        for item in items:
            self.load(item.name)

    def visit_MatchAs(self, node: cst.MatchAs) -> bool:
        if node.pattern is not None:
            self.walk(node.pattern)
        if node.name is not None:
            self.store(node.name)
        return False

    def visit_MatchStar(self, node: cst.MatchStar) -> bool:
        if node.name is not None:
            self.store(node.name)
        return False

    def visit_MatchMapping(self, node: cst.MatchMapping) -> bool:
        for element in node.elements:
            self.walk(element)
        if node.rest is not None:
            self.store(node.rest)
        return False

    def visit_MatchKeywordElement(self, node: cst.MatchKeywordElement) -> bool:
        self.walk(node.pattern)
        return False

    # Scopes inside

    def visit_FunctionDef(self, node: cst.FunctionDef) -> bool:
        self.store(node.name)
        for decorator in node.decorators:
            self.walk(decorator)
        self._signature(node.params)
        if node.returns is not None:
            self.walk(node.returns)
        self._enter()
        self._late += 1
        for param in _params(node.params):
            self.store(param.name)
        self.walk(node.body)
        self._late -= 1
        self._leave()
        return False

    def visit_Lambda(self, node: cst.Lambda) -> bool:
        self._signature(node.params)
        self._enter()
        self._late += 1
        for param in _params(node.params):
            self.store(param.name)
        self.walk(node.body)
        self._late -= 1
        self._leave()
        return False

    def _signature(self, params: cst.Parameters) -> None:
        for param in _params(params):
            for part in (param.default, param.annotation):
                if part is not None:
                    self.walk(part)

    def visit_ClassDef(self, node: cst.ClassDef) -> bool:
        self.store(node.name)
        for part in (*node.decorators, *node.bases, *node.keywords):
            self.walk(part)
        self._enter(is_class=True)
        self.walk(node.body)
        self._leave()
        return False

    def _comprehension(self, clause: cst.CompFor, *parts: cst.CSTNode) -> bool:
        self.walk(clause.iter)  # the first is evaluated outside
        self._enter(is_comprehension=True)
        self._clause(clause)
        for part in parts:
            self.walk(part)
        self._leave()
        return False

    def visit_ListComp(self, node: cst.ListComp) -> bool:
        return self._comprehension(node.for_in, node.elt)

    def visit_SetComp(self, node: cst.SetComp) -> bool:
        return self._comprehension(node.for_in, node.elt)

    def visit_GeneratorExp(self, node: cst.GeneratorExp) -> bool:
        return self._comprehension(node.for_in, node.elt)

    def visit_DictComp(self, node: cst.DictComp) -> bool:
        return self._comprehension(node.for_in, node.key, node.value)

    def visit_CompFor(self, node: cst.CompFor) -> bool:
        self.walk(node.iter)
        self._clause(node)
        return False

    def _clause(self, node: cst.CompFor) -> None:
        self._targets(node.target)
        for condition in node.ifs:
            self.walk(condition)
        if node.inner_for_in is not None:
            self.walk(node.inner_for_in)


class _Loads:
    """The reads inside an assignment's target: the `a` and `i` of `a[i] = …`."""

    def __init__(self, walk: _Walk, bound: set[int]) -> None:
        self._walk, self._bound = walk, bound

    def walk(self, target: cst.BaseExpression) -> None:
        if id(target) in self._bound:
            return
        if isinstance(target, (cst.Tuple, cst.List)):
            for element in target.elements:
                self.walk(element.value)
        elif isinstance(target, cst.Attribute):
            self._walk.members(target, stores=True)
        else:
            self._walk.walk(target)
