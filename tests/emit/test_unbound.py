"""The last look at a driver: is there a value for each variable of `main()`?"""

from __future__ import annotations

import pytest

from ffc.emit import accepted, unbound

APP = "x = 1\ny = x\nfor size in []:\n    pass\n"


def driver(body: str) -> str:
    lines = "".join(f"    {line}\n" for line in body.splitlines())
    return f"import ray\n\nLIMIT = 3\n\n\ndef main(address=None):\n{lines}"


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("ray.get(x)\nx = 1", "x"),
        ("x = [x]", "x"),
        ("if size:\n    pass", "size"),
        ("for y in range(y):\n    pass", "y"),
        ("for y in range(3):\n    pass\nprint(x)\nx = 2", "x"),
        ("print([LIMIT for LIMIT in y])\ny = x = 2", "y"),
    ],
)
def test_found(body: str, name: str) -> None:
    assert unbound(accepted(driver(body)), APP) == name


@pytest.mark.parametrize(
    "body",
    [
        "x = LIMIT\nprint(x, address)",
        "global x\nprint(x)\nx = 1",
        "for y in range(2):\n    if y:\n        print(x)\n    x = y",
        "def later():\n    return x\n\n\nx = 1\nlater()",
        "print([x for x in range(3)], (size := 3), size)",
        "print(never_bound_in_the_app)",
        "try:\n    import json as x\nexcept ImportError as y:\n    x = y\nprint(x, y)",
        "match ray:\n    case [x, *y]:\n        print(x, y)\n    case {**size}:\n        size()",
    ],
)
def test_not_found(body: str) -> None:
    assert unbound(accepted(driver(body)), APP) is None
