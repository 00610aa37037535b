"""Random straight-line apps, as source text."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import indent
from typing import Final

from hypothesis import strategies as st

from . import tasks
from .wiring import Draw, Helper, Value, Wiring

FRONT_ENDS: Final = (
    "from ffc import RayWorkflow, task",
    "from ffc import RayWorkflow, workflow as task",
    "from ffc import LocalWorkflow, RayWorkflow, task",
    "from functionfuse import workflow as task\n"
    "from functionfuse.backends.builtin.rayback import RayWorkflow",
)

_NODES: Final = (
    *(Wiring.node, Wiring.node, Wiring.node, Wiring.two_nodes),
    *(Wiring.construct, Wiring.held, Wiring.filled, Wiring.alias),
)
_BEFORE: Final = (
    *_NODES,
    *(Wiring.constant, Wiring.late_name, Wiring.help, Wiring.help),
    *(Wiring.residual, Wiring.show, Wiring.comment),
)


def _helper(draw: Draw, index: int, helpers: Sequence[Helper]) -> tuple[Helper, str]:
    """A helper and its source."""
    wiring = Wiring(draw, helpers, has_label=True)
    wiring.values = {name: Value(holds_nodes=True) for name in ("first", "second")}
    wiring.write(_NODES, 3)
    nodes = wiring.where(lambda value: value.is_node)
    if not nodes:
        wiring.node()
        nodes = wiring.where(lambda value: value.is_node)
    returned = nodes[: draw(st.integers(1, 2))]
    values = tuple(wiring.values[name] for name in returned)
    helper = Helper(f"build{index}", values, wiring.made_objects)
    body = [*wiring.lines, f"return {', '.join(returned)}"]
    head = f'def {helper.name}(first, second, label="built"):\n'
    return helper, head + indent("\n".join(body), "    ")


class App(str):
    """The source of an app."""

    def __repr__(self) -> str:
        return "<app>"


@st.composite
def apps(draw: Draw) -> App:
    """An app that is legal and prints something."""
    front_end = draw(st.sampled_from(FRONT_ENDS))
    parts = ['"""A random app."""', front_end, tasks.SOURCE.strip()]
    helpers: list[Helper] = []
    for index in range(draw(st.integers(0, 2))):
        helper, source = _helper(draw, index, helpers)
        helpers.append(helper)
        parts.append(source)
    wiring = Wiring(draw, helpers, has_local="LocalWorkflow" in front_end)
    for _ in range(draw(st.integers(1, 3))):
        wiring.write(_BEFORE, 7)
        wiring.run()
    wiring.lines.append('print("done")')
    body = "\n".join(wiring.lines)
    if draw(st.booleans()):
        body = f"def main():\n{indent(body, '    ')}\n\n\nif __name__ == '__main__':\n    main()"
    return App("\n\n\n".join([*parts, body]) + "\n")
