"""What a driver only knows when it runs is in the fingerprints of what depends on it."""

from __future__ import annotations

from .case import Case

APP = """
import sys
from functools import partial

NUMBER = int(sys.argv[1])
if int(sys.argv[1]) > 5:
    SIZE = "large"
else:
    SIZE = "small"
TABLE = {}
for key in ("a", "b"):
    TABLE[key] = int(sys.argv[1])

class Config:
    rate = 1

Config.rate = int(sys.argv[1])

def make_scale(n):
    def scale(x):
        return x * n
    return scale

scale = make_scale(int(sys.argv[1]))
power = partial(pow, int(sys.argv[1]))

class Model:
    def __init__(self, n):
        self.n = n

    def __call__(self, x):
        return x + self.n

model = Model(int(sys.argv[1]))

class Reader:
    def get(self):
        return NUMBER

def count(n):
    return n and REGISTRY["count"](n - 1)

REGISTRY = {"count": count, "n": int(sys.argv[1])}

@task
def number():
    return ran("number", NUMBER)

@task
def size():
    return ran("size", SIZE)

@task
def table():
    return ran("table", TABLE["a"])

@task
def rate():
    return ran("rate", Config.rate)

@task
def scaled():
    return ran("scaled", scale(2))

@task
def raised():
    return ran("raised", power(2))

@task
def modelled():
    return ran("modelled", model(2))

@task
def reading(reader):
    return ran("reading", reader.get())

@task
def counted():
    return ran("counted", count(1) + REGISTRY["n"])

@task
def constant():
    return ran("constant", count(0))

@task
def follows():
    return ran("follows", RESULT)

nodes = [
    *(number(), size(), table(), rate(), scaled(), raised(), modelled(), reading(Reader())),
    counted(),
]
flow = RayWorkflow(*nodes, workflow_name="values")
flow.set_storage(storage)
results = flow.run()
print(results)
RESULT = results[0] * 2
later = RayWorkflow(follows(), workflow_name="later")
later.set_storage(storage)
print(later.run())
"""
ALL = "counted follows modelled number raised rate reading scaled size table".split()


def test_values_of_the_command_line(case: Case) -> None:
    case.app(APP)
    assert case.run("2").stdout == "[2, 'small', 2, 2, 4, 4, 4, 2, 2]\n4\n"
    assert case.ran() == ALL
    assert case.run("2").stdout == "[2, 'small', 2, 2, 4, 4, 4, 2, 2]\n4\n"
    assert case.ran() == []
    other = case.run("7")
    assert other.stdout == "[7, 'large', 7, 7, 14, 49, 9, 7, 7]\n14\n"
    assert case.ran() == ALL
    assert "values: number_0000 runs again: variables changed: NUMBER" in other.stderr


def test_arguments_that_hold_themselves(case: Case) -> None:
    case.app("""
class Part:
    def __init__(self, name, parent=None):
        self.name, self.parent, self.parts = name, parent, []
        if parent is not None:
            parent.parts.append(self)

whole = Part("whole")
wheel = Part("wheel", whole)
around = [1]
around.append(around)

def local():
    class Inner:
        size = 2
    return Inner()

@task
def names(part, around, inner):
    return ran("names", [part.name, part.parts[0].name, len(around), inner.size])

flow = RayWorkflow(names(whole, around, local()), workflow_name="parts")
flow.set_storage(storage)
print(flow.run())
""")
    first = case.run()
    assert first.stdout == "['whole', 'wheel', 2, 2]\n"
    case.ran()
    assert case.run_alone(PYTHONHASHSEED="7").stdout == first.stdout
    assert case.ran() == []
