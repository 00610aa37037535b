"""What a run comes to, steps and what they need included."""

from __future__ import annotations

from ffc.authoring.node import Node

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from ffc.authoring.reference import Reference
    from ffc.authoring.steps.made import Made


def reached(wanted: Iterable[Reference]) -> tuple[list[Node], list[Made]]:
    """Return the nodes and the steps among `wanted` and all that these need, as they were made."""
    seen: dict[Reference, None] = {}
    stack = [*wanted]
    while stack:
        one = stack.pop()
        if one not in seen:
            seen[one] = None
            stack += one.needs()
    found = {taker: None for one in seen if (taker := one.takes_plugin()) is not None}
    nodes = [one for one in found if isinstance(one, Node)]
    steps = [one for one in found if not isinstance(one, Node)]
    return sorted(nodes, key=lambda one: one.serial), sorted(steps, key=lambda one: one.serial)
