"""Values of the app's own classes come back as the driver's own."""

from __future__ import annotations

from .case import Case

CLASSES = """
import enum
from dataclasses import dataclass, field
from typing import NamedTuple

class Kind(enum.Enum):
    SMALL = 1
    LARGE = 2

class Size(NamedTuple):
    width: int
    height: int

@dataclass
class Box:
    kind: Kind
    size: Size
    parts: list = field(default_factory=list)

class Base:
    def __eq__(self, other):
        return type(self) is type(other) and vars(self) == vars(other)

class Special(Base):
    def __init__(self, n):
        self.n = n

class Wrong(Exception):
    pass

@task
def make(n):
    ran("make")
    return Box(Kind.LARGE, Size(n, 2), [Special(n), {Kind.SMALL: {Size(1, 1)}}])

@task
def check(box):
    ran("check")
    assert isinstance(box, Box) and box.kind is Kind.LARGE and isinstance(box.size, Size)
    return Box(Kind.SMALL, box.size, box.parts)

@task
def late(box, kind):
    ran("late")
    assert isinstance(box, Box) and box.kind is kind and isinstance(box.parts[0], Special)
    return kind, Wrong("a")

box = make(4).set_name("box")
checked = check(box).set_name("checked")
flow = RayWorkflow(box, checked, late(checked, Kind.SMALL).set_name("late"), workflow_name="boxes")
flow.set_storage(storage)
one, two, (kind, error) = flow.run()
parts = [Special(4), {Kind.SMALL: {Size(1, 1)}}]
print(isinstance(one, Box), one == Box(Kind.LARGE, Size(4, 2), parts))
print(isinstance(one.size, Size), one.kind is Kind.LARGE, type(one.parts[0]) is Special)
print(kind is Kind.SMALL, type(error) is Wrong, two.kind is kind, one.parts == two.parts)
"""


def test_classes_of_the_app(case: Case) -> None:
    case.app(CLASSES)
    first = case.run_alone()
    assert "False" not in first.stdout
    assert case.ran() == ["check", "late", "make"]
    (case.storage / "boxes" / "late").unlink()
    assert case.run_alone().stdout == first.stdout
    assert case.ran() == ["late"]
