"""Numbers of things, in words."""

from __future__ import annotations


def counted(number: int, one: str, several: str = "") -> str:
    """`1 node`, `2,000 nodes`."""
    return f"{number:,} {one if number == 1 else several or f'{one}s'}"


def amount(nodes: int, edges: int, is_exact: bool) -> str:
    """`7 nodes, 8 edges`, if that is known."""
    if not is_exact:
        return "the driver finds how many nodes"
    return f"{counted(nodes, 'node')}, {counted(edges, 'edge')}"
