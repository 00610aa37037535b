"""Values of the wiring → the code that stands for them in the driver.

nodes            (a list of two nodes)     →   [a, b]
flow.run()                                 →   the value of the run
len(nodes)                                 →   2
"""

from __future__ import annotations

from dataclasses import replace

from ..ir import Fragment, Part, Ref, RefUse, RunUse, SymbolUse, join, text
from ..ir.literal import literal
from .values import (
    Deque_,
    Evaluated,
    ItemValue,
    Known,
    Mapping_,
    NodeValue,
    RunValue,
    Sequence_,
    Value,
    elements,
    of_wiring,
)


def reify(value: Value) -> Fragment | None:
    """The code for `value`, None where only the source's own code can give it."""
    match value:
        case NodeValue():
            return join(RefUse(Ref(value.node)))
        case ItemValue():
            return join(RefUse(value.ref))
        case RunValue():
            return join(RunUse(value.run))
        case Known():
            written = literal(value.value)
            return text(f"({written})" if written[0] == "-" else written) if written else None
        case Sequence_():
            return _sequence(value)
        case Mapping_():
            pairs = [join(k.code, text(": "), _element(v)) for k, v in value.entries.values()]
            return of_kind(value, join(text("{"), *commas(pairs), text("}")))
    return None


def of_kind(value: Mapping_, code: Fragment) -> Fragment:
    """The display of a dict as one of its kind: `defaultdict(list, {"a": [node]})`."""
    return code if value.kind is None else join(value.kind.start, code, text(")"))


class Deferred(Fragment):
    """The code of a container, made when it is asked for: a list is named each time it grows."""

    _value: Value

    def __init__(self, value: Value) -> None:
        object.__setattr__(self, "_value", value)

    def __getattr__(self, name: str) -> tuple[Part, ...]:
        if name != "parts":
            raise AttributeError(name)
        code = reify(self._value) or NOWHERE
        object.__setattr__(self, "parts", code.parts)
        return code.parts


def as_written(value: Value) -> Fragment:
    """The display of a list or dict whose elements are as the app writes them."""
    if isinstance(value, Mapping_):
        entries = value.entries.values()
        pairs = [join(k.as_written, text(": "), v.as_written) for k, v in entries]
        return of_kind(value, join(text("{"), *commas(pairs), text("}")))
    items = value.items if isinstance(value, Sequence_) else []
    written = join(text("["), *commas([item.as_written for item in items]), text("]"))
    return join(value.start, written, text(")")) if isinstance(value, Deque_) else written


NOWHERE = text("\0")  # the code of a value that only the code which made it can make again


def portable(value: Value) -> Fragment:
    """Code that gives the value wherever it stands, `NOWHERE` where there is none."""
    match value:
        case Known():
            return reify(value) or NOWHERE
        case Sequence_():
            whole = replace(value, items=[_ported(one) for one in value.items])
            return _whole(reify(whole))
        case Mapping_():
            entries = value.entries.items()
            pairs = {key: (_ported(name), _ported(one)) for key, (name, one) in entries}
            return _whole(reify(Mapping_(pairs, value.kind)))
    return NOWHERE


def _ported(item: Evaluated) -> Evaluated:
    return Evaluated(item.value, portable(item.value), item.span)


def _whole(code: Fragment | None) -> Fragment:
    return NOWHERE if code is None or is_nowhere(code) else code


def is_nowhere(code: Fragment) -> bool:
    """Whether a part of the code cannot be written."""
    return any(isinstance(part, str) and "\0" in part for part in code.parts)


def _sequence(value: Sequence_) -> Fragment:
    items = commas([_element(item) for item in value.items])
    if isinstance(value, Deque_):
        return join(value.start, text("["), *items, text("])"))
    if value.is_list:
        return join(text("["), *items, text("]"))
    return join(text("("), *items, text(",)" if len(value.items) == 1 else ")"))


def _element(item: Evaluated) -> Fragment:
    """A container inside may have grown since its own code was written, but for a variable's."""
    if isinstance(item.value, (Sequence_, Mapping_)) and not _is_in_variable(item):
        return reify(item.value) or item.code
    return item.code


def _is_in_variable(item: Evaluated) -> bool:
    """Whether a variable of the driver holds a container that was filled with others.

    What these were then, as in `for row in rows: text = str(row); texts.append(text)`, they may
    not be any more.
    """
    match item.code.parts:
        case [SymbolUse()] if not of_wiring(item.value):
            held = item.value
            keys = [key for key, _ in held.entries.values()] if isinstance(held, Mapping_) else []
            filled = (one for one in (*keys, *elements(held)) if not _is_container(one.value))
            return any(isinstance(part, SymbolUse) for one in filled for part in one.code.parts)
    return False


def _is_container(value: Value) -> bool:
    return isinstance(value, (Sequence_, Mapping_))


def commas(pieces: list[Fragment]) -> list[Fragment]:
    """The pieces with commas between them."""
    separated: list[Fragment] = []
    for index, piece in enumerate(pieces):
        separated += [text(", "), piece] if index else [piece]
    return separated
