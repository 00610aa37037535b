"""Where boxes and arrows stand."""

from __future__ import annotations

import re

import pytest

from ffc.drawing import Box, Unavailable, drawn
from ffc.drawing.routes import path

SIZE = (100.0, 40.0)
DIAMOND = [(0, 1), (0, 2), (1, 3), (2, 3)]


def test_layers_go_to_the_right() -> None:
    drawing = drawn([SIZE] * 4, DIAMOND)
    first, upper, lower, last = drawing.boxes
    assert first.x < upper.x == lower.x < last.x
    assert abs(upper.y - lower.y) > SIZE[1]
    assert [(one.source, one.target) for one in drawing.arrows] == DIAMOND


def test_a_graph_of_many_layers_goes_down() -> None:
    short = drawn([SIZE] * 4, [(at, at + 1) for at in range(3)])
    assert {box.y for box in short.boxes} == {8.0}
    long = drawn([SIZE] * 12, [(at, at + 1) for at in range(11)])
    assert {box.x for box in long.boxes} == {8.0}
    wide = drawn([SIZE] * 40, [(0, at) for at in range(1, 40)])
    assert wide.boxes[0].x < wide.boxes[1].x == wide.boxes[39].x


def test_boxes_are_apart_and_inside() -> None:
    arrows = [(at // 3, at) for at in range(1, 60)]
    drawing = drawn([SIZE] * 60, arrows)
    for at, one in enumerate(drawing.boxes):
        assert one.x >= 0 and one.x + one.width <= drawing.width
        assert one.y >= 0 and one.y + one.height <= drawing.height
        assert not any(_overlap(one, other) for other in drawing.boxes[:at])
    for arrow in drawing.arrows:
        numbers = [float(number) for number in re.findall(r"-?[\d.]+", arrow.path)]
        assert min(numbers) >= 0


def _overlap(one: Box, other: Box) -> bool:
    return abs(one.x - other.x) < one.width and abs(one.y - other.y) < one.height


def test_cycles_and_lone_boxes() -> None:
    drawing = drawn([SIZE] * 4, [(0, 1), (1, 0)])
    assert len(drawing.boxes) == 4
    assert len(drawing.arrows) == 2
    assert drawn([], []).boxes == ()


def test_arrows_that_cannot_be() -> None:
    with pytest.raises(Unavailable, match="cannot be drawn"):
        drawn([SIZE], [(0, 7)])


def test_corners_are_round() -> None:
    assert path([(0, 0), (20, 0), (20, 30)]) == "M0 0L13 0Q20 0 20 7L20 30"
    assert path([(0, 0), (4, 0), (4, 4)]) == "M0 0L2 0Q4 0 4 2L4 4"
    assert path([(1.26, 0), (5, 0.04)]) == "M1.3 0L5 0"
