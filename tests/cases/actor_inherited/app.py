"""Methods that a class node inherits from a plain base class."""

import math
from collections import Counter

from ffc import RayWorkflow, task


class Shape:
    """What all shapes have."""

    unit = "cm"

    def __init__(self, scale=1):
        self.scale = scale

    def area(self):
        raise NotImplementedError

    def described(self, digits=1):
        return f"{type(self).__name__}: {round(self.area(), digits)} {self.unit}²"

    def grow(self, factor):
        self.scale *= factor
        return self


class Round(Shape):
    def radius(self):
        return self.scale / 2


@task
class Circle(Round):
    def area(self):
        return math.pi * self.radius() ** 2

    def grow_to(self, scale):
        self.grow(scale / self.scale)
        return self.scale


@task
class Square(Shape):
    def __init__(self, side):
        super().__init__(side)
        self.changes = Counter()

    def area(self):
        return self.scale**2

    def note(self, what):
        self.changes[what] += 1
        return self.changes.most_common(1)[0]


circle = Circle(4)
small = circle.described()
width = circle.grow_to(10)
large = circle.described(digits=0)

square = Square(3)
square.note("made")
most = square.note("made")
flat = square.described()

flow = RayWorkflow(small, width, large, flat, most[0], workflow_name="shapes")
flow.query("Shape.described.*").set_remote_args({"max_task_retries": 1})
print(flow.run())
