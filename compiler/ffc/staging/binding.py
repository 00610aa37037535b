"""Names that get one value after another: parameters of staged functions, variables of loops.

What is given to such a name is written where the name stands; a statement that binds the name is
kept where the name has to be one.
"""

from __future__ import annotations

from dataclasses import replace

import libcst as cst

from ..diagnostics import staging as errors
from ..frontend.names import names, target_names
from ..frontend.search import find
from ..ir import Fragment, Part, RefUse, Symbol, SymbolUse, join, text
from ..ir.literal import literal
from .frame import Frame
from .iteration import iterate
from .keep import is_computed, keep_binding, keep_once, keep_wiring
from .machine import Machine
from .raising import Error_, Raised
from .reify import reify
from .settle import settled_item
from .values import (
    BROKEN,
    Broken,
    Evaluated,
    ItemValue,
    Known,
    ManyValue,
    NodeValue,
    RefValue,
    Residual,
    Value,
    describe,
    is_ref,
    of_wiring,
)


def bind_name(
    machine: Machine, frame: Frame, name: cst.Name, given: Evaluated, scope: cst.CSTNode
) -> None:
    """Binds `name`, of which `scope` is the code; it gets a statement of its own if it has to."""
    value, parts = given.value, given.code.parts
    fixed = _must_be_name(scope, name.value)
    written = literal(value.value) if isinstance(value, Known) else None
    if of_wiring(value):
        bind_ref(machine, frame, name.value, given, alias=not fixed)
    elif machine.is_wiring(value) or isinstance(value, Broken):
        frame.bind(name.value, value)
    elif written is not None and not fixed and _fits_in_string(value):
        code = text(f"({written})" if written[0] == "-" else written)
        frame.bind(name.value, value, code, source=_enclosed(given.as_written))
    elif len(parts) == 1 and _may_stand(machine, parts[0], scope, name.value):
        frame.bind(name.value, value, given.code, source=_enclosed(given.as_written))
    else:
        keep_binding(machine, frame, name, given)


def _may_stand(machine: Machine, part: Part, scope: cst.CSTNode, name: str) -> bool:
    """Whether a variable may stand for the name: neither gets another value meanwhile."""
    if not isinstance(part, SymbolUse) or _is_changed(scope, name):
        return False
    symbol = part.symbol
    if symbol.name in machine.bound_twice.get(symbol.scope, ()):
        return False
    looped = symbol.name in machine.rebound.get(symbol.scope, ())
    return not (looped and find(scope, cst.FunctionDef, cst.Lambda))


def _enclosed(code: Fragment) -> Fragment | None:
    """The code, in parentheses if it is more than a name; None if it cannot stand in a string."""
    if any(isinstance(part, str) and set(part) & set("\"'\\\n") for part in code.parts):
        return None
    atom = len(code.parts) == 1 and (not isinstance(code.parts[0], str) or code.parts[0][0] != "-")
    return code if atom else join(text("("), code, text(")"))


def bind_pass(
    machine: Machine,
    frame: Frame,
    target: cst.BaseExpression,
    given: Evaluated,
    scope: cst.CSTNode,
    source: Fragment,
) -> None:
    """Binds the target of a loop for one pass, and notes what the loop itself would bind."""
    record = machine.record
    record.of_loop = True
    bind_targets(machine, frame, target, settled_item(machine, frame, given), scope)
    record.of_loop = False
    bound: dict[Symbol, Fragment] = {}
    for name in target_names(target):
        held = frame.lookup(name.value)
        if held is not None:
            home = frame.home(name.value)
            variable = join(SymbolUse(held.symbol))
            stands = held.code or (reify(held.value) if is_ref(held.value) else None)
            stands = stands or held.source or variable
            bound[held.symbol] = stands
            if stands != variable:
                code = join(variable, text(" = "), stands, text("\n"))
                keep_wiring(machine, code, (held.symbol,), (), given.span, of_loop=True)
            home.set(name.value, replace(held, source=variable))
    header = join(text("for "), machine.source(target, frame), text(" in "), source)
    record.head(header, bound)


def bind_ref(
    machine: Machine, frame: Frame, name: str, given: Evaluated, alias: bool = False
) -> None:
    """Binds a name to something of the wiring; an `alias` is the variable that it is given."""
    source = given.as_written
    if machine.record.of_loop:
        frame.bind(name, given.value, source=source)
        return
    if alias and len(source.parts) == 1 and isinstance(source.parts[0], (SymbolUse, RefUse)):
        held = isinstance(given.value, (RefValue, ManyValue))  # nothing else gives that
        frame.bind(name, given.value, source if held else None, source=source)
        return
    symbol = frame.bind(name, given.value)
    if not is_ref(given.value):
        return
    code = join(SymbolUse(symbol), text(" = "), source, text("\n"))
    keep_wiring(machine, code, (symbol,), (), given.span)


def bind_targets(
    machine: Machine,
    frame: Frame,
    target: cst.BaseExpression,
    given: Evaluated,
    scope: cst.CSTNode,
) -> None:
    """Binds the target of a loop, whose code is `scope`, to the element of one pass."""
    if isinstance(target, cst.Name):
        bind_name(machine, frame, target, given, scope)
    elif not isinstance(target, (cst.Tuple, cst.List)):
        machine.refuse(errors.NotStaged(machine.span(target), "the target of a loop", "a part"))
    else:
        _unpack(machine, frame, target, given, scope)


def _unpack(
    machine: Machine,
    frame: Frame,
    target: cst.Tuple | cst.List,
    given: Evaluated,
    scope: cst.CSTNode,
) -> None:
    targets = [element.value for element in target.elements]
    items = iterate(given.value, given.span)
    starred = any(isinstance(element, cst.StarredElement) for element in target.elements)
    if items is None and isinstance(given.value, Residual) and not starred:
        items = _parts(machine, frame, given, len(targets))
    if items is not None and not starred and len(items) == len(targets):
        for one, item in zip(targets, items, strict=True):
            bind_targets(machine, frame, one, item, scope)
        return
    if items is not None and starred:
        machine.unpack(target, given, frame)
        return
    if items is not None and machine.guarded:
        raise Raised(Error_(ValueError), machine.span(target))
    if isinstance(given.value, (NodeValue, ItemValue)):
        machine.refuse(errors.UnpackedNode(machine.span(target), len(targets)))
    elif not isinstance(given.value, Broken):
        what = f"{len(items)} values" if items is not None else describe(given.value)
        machine.refuse(errors.MisfitUnpacking(machine.span(target), what, len(targets)))
    for name in target_names(target):
        frame.bind(name.value, BROKEN)


def _parts(machine: Machine, frame: Frame, given: Evaluated, count: int) -> list[Evaluated]:
    """The items of a value that only the driver has."""
    code = keep_once(machine, frame, "item", given) if is_computed(given.code) else given.code
    parts = (join(code, text(f"[{index}]")) for index in range(count))
    return [Evaluated(given.value, part, given.span) for part in parts]


def _must_be_name(tree: cst.CSTNode, name: str) -> bool:
    """Whether code needs a variable there: a number cannot stand for it, or it is changed."""
    return _is_changed(tree, name) or _has_members(tree, name) or _computed_in_string(tree, name)


def _is_changed(tree: cst.CSTNode, name: str) -> bool:
    """Whether the code binds the name, besides as the target of a loop that it is."""
    changed = sum(use.name == name for use in names(tree) if use.binds)
    return changed > isinstance(tree, (cst.For, cst.CompFor, cst.BaseComp))


def _has_members(tree: cst.CSTNode, name: str) -> bool:
    """Whether `name.member` is written, which a number cannot take the place of."""
    owners = (attribute.value for attribute in find(tree, cst.Attribute))
    return any(isinstance(owner, cst.Name) and owner.value == name for owner in owners)


def _computed_in_string(tree: cst.CSTNode, name: str) -> bool:
    """Whether an f-string does more with the name than to hold it."""
    for part in find(tree, cst.FormattedStringExpression):
        formatted = part.format_spec or part.conversion or part.equal
        bare = isinstance(part.expression, cst.Name) and not formatted
        if not bare and any(use.name == name for use in names(part)):
            return True
    return False


def _fits_in_string(value: Value) -> bool:
    return not isinstance(value, Known) or (
        not isinstance(value.value, str) or not set(value.value) & set("\"'\\\n\r")
    )
