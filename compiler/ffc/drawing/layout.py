"""Where the boxes and arrows of a graph stand. The layers and routes are graphlay's work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from .routes import path

# What a drawing should fit in, for the direction to be chosen: about a page of a report.
_PAGE: Final = (1200.0, 900.0)
_MARGIN: Final = 8.0
_OPTIONS: Final = {
    "spacing": {"layer_gap": 44.0, "node_gap": 18.0, "isolated_gap": 18.0, "dummy_gap": 14.0},
    "routing": {"style": "orthogonal", "merge_edges": "both", "port_sides": "facing_only"},
}


class Unavailable(Exception):
    """The graph cannot be drawn; the message says why."""


@dataclass(frozen=True)
class Box:
    """A box; `x` and `y` are its upper left corner."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Arrow:
    """An arrow from one box to another, by their indexes; `path` is that of SVG."""

    source: int
    target: int
    path: str


@dataclass(frozen=True)
class Drawing:
    """All boxes and arrows, in the order in which they were asked for."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


def drawn(sizes: Sequence[tuple[float, float]], arrows: Sequence[tuple[int, int]]) -> Drawing:
    """The graph of boxes of these sizes with arrows between them, layer by layer.

    The layers go to the right, or down if that fits a page much better. The same graph gives the
    same numbers everywhere. Raises `Unavailable` if graphlay is missing, or gives up.
    """
    right, down = _layout(sizes, arrows, "leftright"), _layout(sizes, arrows, "topbottom")
    return down if _scale(down) > 1.25 * _scale(right) else right


def _layout(
    sizes: Sequence[tuple[float, float]], arrows: Sequence[tuple[int, int]], direction: str
) -> Drawing:
    try:
        import graphlay
    except ImportError as error:
        raise Unavailable("drawing graphs takes: pip install 'ffc-ray[report]'") from error
    graph = {
        "nodes": [{"size": {"width": width, "height": height}} for width, height in sizes],
        "edges": [{"source": source, "target": target} for source, target in arrows],
    }
    try:
        layout = graphlay.layout(graph, options={**_OPTIONS, "direction": direction})
    except graphlay.GraphlayError as error:
        raise Unavailable(f"the graph cannot be drawn: {error}") from error
    low, high = layout.bounds["min"], layout.bounds["max"]
    left, top = low["x"] - _MARGIN, low["y"] - _MARGIN
    return Drawing(
        width=_rounded(high["x"] - left + _MARGIN),
        height=_rounded(high["y"] - top + _MARGIN),
        boxes=tuple(_box(node, left, top) for node in layout.nodes),
        arrows=tuple(
            Arrow(source, target, path([(p["x"] - left, p["y"] - top) for p in edge["points"]]))
            for (source, target), edge in zip(arrows, layout.edges, strict=True)
        ),
    )


def _box(node: dict[str, Any], left: float, top: float) -> Box:
    width, height = node["size"]["width"], node["size"]["height"]
    x, y = node["center"]["x"] - width / 2 - left, node["center"]["y"] - height / 2 - top
    return Box(_rounded(x), _rounded(y), width, height)


def _scale(drawing: Drawing) -> float:
    """How large it is shown on a page."""
    return min(1.0, _PAGE[0] / drawing.width, _PAGE[1] / drawing.height)


def _rounded(number: float) -> float:
    return round(number, 1)
