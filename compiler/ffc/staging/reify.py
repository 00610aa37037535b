"""Values of the wiring → the code that stands for them in the driver.

nodes            (a list of two nodes)     →   [a, b]
flow.run()                                 →   the value of the run
len(nodes)                                 →   2
"""

from __future__ import annotations

from ..ir import Fragment, Ref, RefUse, RunUse, join, text
from ..ir.literal import literal
from .values import (
    Evaluated,
    ItemValue,
    Known,
    Mapping_,
    NodeValue,
    RunValue,
    Sequence_,
    Value,
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
            return join(text("{"), *commas(pairs), text("}"))
    return None


def _sequence(value: Sequence_) -> Fragment:
    items = commas([_element(item) for item in value.items])
    if value.is_list:
        return join(text("["), *items, text("]"))
    return join(text("("), *items, text(",)" if len(value.items) == 1 else ")"))


def _element(item: Evaluated) -> Fragment:
    """A container inside may have grown since its own code was written."""
    if isinstance(item.value, (Sequence_, Mapping_)):
        return reify(item.value) or item.code
    return item.code


def commas(pieces: list[Fragment]) -> list[Fragment]:
    """The pieces with commas between them."""
    separated: list[Fragment] = []
    for index, piece in enumerate(pieces):
        separated += [text(", "), piece] if index else [piece]
    return separated
