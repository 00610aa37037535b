"""Conditions, `try` and `with` around wiring that only the driver decides.

if args.fast:                    an `if` in the driver, whose branches make different nodes;
    model = quick(points)        `model` is a variable of the driver, which holds the ref of
else:                            one of them
    model = thorough(points)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import libcst as cst

from ...diagnostics import staging as errors
from ...frontend.names import target_names
from ...frontend.search import find
from ...ir import BlockKind, Effect, Fragment, Symbol, join, text
from ..blocks import block
from ..calls.unfollowed import unfollowed
from ..effects import effect_of
from ..forbid import forbid, refuse_names
from ..frame import Binding, Frame
from ..jumps import condition, note_exit
from ..machine import Altered, Machine
from ..values import RESIDUAL, Broken, FunctionValue, Jump, Value
from .blocks import stage_block, symbols_of
from .entry import enter, finish, leave
from .guards import guarded
from .one_workflow import one_workflow
from .returning import Rest, bind_result, execute_to_end, falls_through, rest_of, result_of

_MANAGERS = frozenset(
    "open contextlib.nullcontext os.scandir tempfile.TemporaryDirectory tempfile.TemporaryFile "
    "tempfile.NamedTemporaryFile zipfile.ZipFile urllib.request.urlopen".split()
)
_CHOSEN = ("if", "elif", "else", "case")


@dataclass(frozen=True)
class Part:
    """One part of a compound statement: its first words, and what may stand behind them.

    In the driver, the statements `behind` it follow those of its own. That of a `match` begins with
    a `pattern`, which `binds` names.
    """

    words: str
    suite: cst.BaseSuite
    test: cst.BaseExpression | None = None
    name: cst.Name | None = None
    kind: BlockKind = BlockKind.BRANCH
    behind: tuple[cst.BaseStatement, ...] = ()
    pattern: cst.MatchPattern | None = None
    binds: tuple[str, ...] = ()


def kept_if(machine: Machine, node: cst.If, frame: Frame) -> Value | None:
    """`if residual:` with wiring in it. Its test has been evaluated."""
    chosen = one_workflow(machine, node, frame)
    if chosen is not None:
        kept_if(machine, chosen[0], frame)
        return machine.execute([chosen[1]], frame, goes_on=True)
    parts = [Part("if", node.body, node.test)]
    rest: cst.If | cst.Else | None = node.orelse
    while rest is not None:
        if isinstance(rest, cst.If):
            parts.append(Part("elif", rest.body, rest.test))
            rest = rest.orelse
        else:
            parts.append(Part("else", rest.body))
            rest = None
    return _returning(machine, frame, node, parts)


def kept_try(machine: Machine, node: cst.Try, frame: Frame) -> Value | None:
    """`try` with wiring in it."""
    parts = [Part("try", node.body)]
    for handler in node.handlers:
        name = handler.name.name if handler.name is not None else None
        bound = name if isinstance(name, cst.Name) else None
        parts.append(Part("except", handler.body, handler.type, bound))
    if node.orelse is not None:
        parts.append(Part("else", node.orelse.body))
    if node.finalbody is not None:
        parts.append(Part("finally", node.finalbody.body, kind=BlockKind.ONCE))
    return _returning(machine, frame, node, parts)


def _returning(
    machine: Machine, frame: Frame, node: cst.If | cst.Try, parts: list[Part]
) -> Value | None:
    """Stages the parts; where one of them returns, the others go on to the end of the function."""
    rest = rest_of(machine, frame, node)
    if rest is None:
        return stage_branches(machine, frame, node, parts)
    test = parts[0].test
    only = guarded(parts[0].suite, test, rest.statements) if test is not None else None
    if only is not None and len(parts) == 1:
        suite = cst.IndentedBlock(body=rest.statements)
        parts = [Part("if", suite, machine.stand_in(only, test or node))]
        stage_branches(machine, frame, node, parts, rest=rest)
        return result_of(machine, frame, rest)
    spread = _spread(parts, rest)
    if spread is None:
        return machine.refuse(errors.NotStaged(machine.span(node), "a condition", "`return`"))
    stage_branches(machine, frame, node, spread, rest=rest)
    return result_of(machine, frame, rest)


def _spread(parts: list[Part], rest: Rest) -> list[Part] | None:
    """The parts, with the rest of the function behind the one that goes on there."""
    words = [part.words for part in parts]
    goes_on = [part for part in parts if falls_through(part.suite) and part.words != "finally"]
    if words[0] == "try" and "else" in words:
        goes_on = [part for part in goes_on if part.words != "try"]
    elif "else" not in words and (words[0] == "if" or parts[0] in goes_on):
        at = next((i for i, word in enumerate(words) if word == "finally"), len(parts))
        other = Part("else", cst.IndentedBlock(body=rest.statements))
        parts = [*parts[:at], other, *parts[at:]]
        goes_on = [part for part in goes_on if part.words != "try"]
        if not rest.statements:
            return parts
        return None if goes_on or "finally" in words else parts
    if not rest.statements or not goes_on:
        return parts
    if len(goes_on) > 1 or "finally" in words:
        return None
    return [replace(p, behind=rest.statements) if p is goes_on[0] else p for p in parts]


def stage_branches(
    machine: Machine,
    frame: Frame,
    node: cst.CSTNode,
    parts: Sequence[Part],
    follows: int | None = None,
    rest: Rest | None = None,
) -> Value | None:
    """Stages the parts, each as if it were the only one; `break` if all of them leave a loop."""
    returns = rest is not None
    changed = enter(machine, frame, node, lambda: _tried(machine, frame, parts, returns))
    last = follows

    def stage(part: Part) -> Value | None:
        nonlocal last
        header, effect = _header(machine, frame, part)
        last, left = stage_block(
            machine,
            part.suite,
            part.kind,
            header,
            lambda: _body(machine, frame, part, returns),
            binds=symbols_of(frame, _bound(part)),
            effect=effect,
            follows=last,
        )
        return left

    lefts: list[Value | None] = []
    tried: dict[tuple[int, str], Binding] = {}
    for part in parts:
        if part.words == "else" and tried:
            changed.go_on_with(tried)
        left = stage(part)
        if part.words == "try":
            tried = changed.now()
        lefts.append(left)
        if part.words == "finally" and any(isinstance(one, Jump) for one in lefts):
            note_exit(machine, frame)  # it comes after the jump
        leave(machine, changed, isinstance(left, Jump) and part.words in _CHOSEN)
    words = [part.words for part in parts]
    finish(machine, changed, whole=words[0] == "if" and words[-1] == "else")
    if returns:
        return None
    returned = [left for left in lefts if left is not None and not isinstance(left, (Jump, Broken))]
    if returned:
        return machine.refuse(errors.NotStaged(machine.span(node), "a condition", "`return`"))
    jumps = [left for left in lefts if isinstance(left, Jump)]
    return jumps[0] if jumps and len(jumps) == len(lefts) and parts[-1].words == "else" else None


def _tried(machine: Machine, frame: Frame, parts: Sequence[Part], returns: bool) -> None:
    """Stages all parts to see what they change."""
    for part in parts:
        _bind_pattern(frame, part)
        if part.test is not None:
            machine.evaluate_header(part.test, frame)
        _body(machine, frame, part, returns)


def _bind_pattern(frame: Frame, part: Part) -> None:
    for name in part.binds:
        frame.bind(name, RESIDUAL)


def _body(machine: Machine, frame: Frame, part: Part, returns: bool) -> Value | None:
    if part.name is not None:
        frame.bind(part.name.value, RESIDUAL)
    with condition(frame):
        if not returns or part.words == "finally":
            return machine.execute(block(part.suite), frame)
        left = execute_to_end(machine, frame, [*block(part.suite), *part.behind])
        if part.words != "try" or left is not None:
            bind_result(machine, frame, left, part.suite)
        return left


def _bound(part: Part) -> list[str]:
    """The names that the first line of a part binds."""
    tested = find(part.test, cst.NamedExpr) if part.test is not None else ()
    names = [*part.binds]
    names += [one.target.value for one in tested if isinstance(one.target, cst.Name)]
    return [*names, part.name.value] if part.name is not None else names


def _header(machine: Machine, frame: Frame, part: Part) -> tuple[Fragment, Effect]:
    pieces: list[Fragment] = [text(part.words)]
    effect = Effect.NONE
    _bind_pattern(frame, part)
    if part.pattern is not None:
        pieces += [text(" "), machine.source(part.pattern, frame)]
    if part.test is not None:
        machine.evaluate_header(part.test, frame)
        effect = effect_of(part.test, machine, frame)
        pieces += [
            text(" if " if part.pattern is not None else " "),
            machine.source(part.test, frame),
        ]
    if part.name is not None:
        frame.bind(part.name.value, RESIDUAL)
        pieces += [text(" as "), machine.source(part.name, frame)]
    return join(*pieces), effect


def kept_with(machine: Machine, node: cst.With, frame: Frame) -> Value | None:
    """`with residual as name:` around wiring. Its statements run once, as any others."""
    rest = None if falls_through(node.body) else rest_of(machine, frame, node)
    items: list[Fragment] = []
    names: list[str] = []
    managers: list[FunctionValue] = []
    effect = Effect.NONE
    for item in node.items:
        refused = forbid(machine, item.item, machine.evaluate(item.item, frame), "`with`")
        if refused is not None:
            refuse_names(node, frame)
            return None
        effect = max(effect, effect_of(item.item, machine, frame))
        piece = machine.source(item.item, frame)
        called = frame.named(item.item.func) if isinstance(item.item, cst.Call) else None
        if called is not None and isinstance(called.value, FunctionValue):
            managers.append(called.value)
        if item.asname is not None:
            target = item.asname.name
            for name in target_names(target):
                frame.bind(name.value, RESIDUAL)
                names.append(name.value)
            piece = join(piece, text(" as "), machine.source(target, frame))
        items += [text(", "), piece] if items else [piece]
    bound = _managed(machine, managers)
    _, left = stage_block(
        machine,
        node,
        BlockKind.ONCE,
        join(text("with "), *items),
        lambda: _inside(machine, node, frame, rest),
        binds=(*symbols_of(frame, names), *bound),
        effect=effect if _all_plain(machine, node, frame) else max(effect, Effect.OBSERVABLE),
        goes_through=all(_goes_through(machine, item.item, frame) for item in node.items),
    )
    _managed(machine, managers)
    return left if rest is None else result_of(machine, frame, rest)


def _managed(machine: Machine, managers: Sequence[FunctionValue]) -> tuple[Symbol, ...]:
    """Forgets what the app's own managers may bind at the beginning, or at the end; gives it."""
    outside, machine.altered = machine.altered, Altered()
    for manager in managers:
        unfollowed(machine, manager)
    altered, machine.altered = machine.altered, outside
    return tuple(altered.rebinds)


def _all_plain(machine: Machine, node: cst.With, frame: Frame) -> bool:
    """Whether all managers do nothing at all."""
    called = (item.item.func for item in node.items if isinstance(item.item, cst.Call))
    found = [machine.qualified(function, frame) for function in called]
    return found == ["contextlib.nullcontext"] * len(node.items)


def _goes_through(machine: Machine, manager: cst.BaseExpression, frame: Frame) -> bool:
    """Whether no exception ends at the manager."""
    called = manager.func if isinstance(manager, cst.Call) else None
    if called is None:
        return False
    is_open = isinstance(called, cst.Attribute) and called.attr.value == "open"
    return is_open or machine.qualified(called, frame) in _MANAGERS


def _inside(machine: Machine, node: cst.With, frame: Frame, rest: Rest | None) -> Value | None:
    if rest is None:
        return machine.execute(block(node.body), frame)
    left = execute_to_end(machine, frame, block(node.body))
    bind_result(machine, frame, left, node)
    return left
