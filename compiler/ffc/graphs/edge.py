"""What goes from one node of a graph to another."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Edge:
    """The result of `source`, or an item or output of it, is the `argument` of `target`.

    One that is `order` alone says that the target comes behind the source: calls of one object. If
    it is not `sure`, only the driver knows whether there is one.
    """

    source: int
    target: int
    argument: str = ""
    item: str = ""
    order: bool = False
    sure: bool = True
