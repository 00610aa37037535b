"""The lines of arrows, with round corners."""

from __future__ import annotations

from collections.abc import Sequence

_RADIUS = 7.0
Point = tuple[float, float]


def path(points: Sequence[Point]) -> str:
    """The path of SVG through `points`."""
    parts = [f"M{_text(points[0])}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        radius = min(_RADIUS, _distance(before, corner) / 2, _distance(corner, after) / 2)
        start, end = _towards(corner, before, radius), _towards(corner, after, radius)
        parts.append(f"L{_text(start)}Q{_text(corner)} {_text(end)}")
    return "".join([*parts, f"L{_text(points[-1])}"])


def _distance(one: Point, other: Point) -> float:
    return float(((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5)


def _towards(start: Point, end: Point, length: float) -> Point:
    distance = _distance(start, end)
    part = length / distance if distance else 0.0
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part


def _text(point: Point) -> str:
    return " ".join(f"{round(number, 1):g}" for number in point)
