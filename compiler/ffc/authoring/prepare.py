"""What comes before the nodes and steps of a run."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from ffc.authoring.node import Node
    from ffc.authoring.steps.made import Made


def prepare(nodes: Sequence[Node], steps: Sequence[Made]) -> None:
    """Let the plugins say what comes before each of these, in the order in which they were made."""
    run: list[Node | Made] = [*nodes, *steps]
    for one in sorted(run, key=lambda one: one.serial):
        one.setup = None
        if one.plugin is not None:
            one.plugin.local_initialize()
            one.setup = one.plugin.remote_initialize()
