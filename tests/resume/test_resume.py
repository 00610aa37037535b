"""The second run of a driver runs nothing that is stored, and the first one what failed."""

from __future__ import annotations

from .case import Case

SUMS = """
@task
def add(name, a, b):
    return ran(name, a + b)

one = add("one", 1, 1).set_name("one")
two = add("two", one, 1).set_name("two")
flow = RayWorkflow(two, workflow_name="sums")
flow.set_storage(storage)
print(flow.run())
"""


def test_nothing_runs_again(case: Case) -> None:
    case.app(SUMS)
    first = case.run()
    assert (first.stdout, first.stderr, case.ran()) == ("3\n", "", ["one", "two"])
    assert case.run() == first
    assert case.ran() == []


def test_a_node_that_failed(case: Case) -> None:
    """It and what needs it run when the cause is gone; what does not need it has run before."""
    case.app("""
import os

@task
def step(name, *before, fails=False):
    ran(name)
    if fails and not os.path.exists(FOLDER + "/repaired"):
        raise ValueError("not yet")
    return name + "".join(before)

a = step("a").set_name("a")
b = step("b", a, fails=True).set_name("b")
c = step("c", a).set_name("c")
d = step("d", b, c).set_name("d")
flow = RayWorkflow(d, workflow_name="parts")
flow.set_storage(storage)
print(flow.run())
""")
    failed = case.run(ends=1)
    assert "ValueError: not yet" in failed.stderr
    assert case.ran() == ["a", "b", "c"]
    (case.folder / "repaired").touch()
    assert case.run().stdout == "dbaca\n"
    assert case.ran() == ["b", "d"]
    assert case.run().stdout == "dbaca\n"
    assert case.ran() == []


def test_only_what_is_needed_is_read(case: Case) -> None:
    """A file that nobody needs may be unreadable in its middle."""
    case.app(SUMS)
    case.run()
    file = case.storage / "sums" / "one"
    data = bytearray(file.read_bytes())
    data[2] ^= 255
    file.write_bytes(data)
    case.ran()
    assert case.run().stdout == "3\n"
    assert case.ran() == []


def test_actors_start_only_for_what_must_run(case: Case) -> None:
    case.app("""
@task
class Model:
    def __init__(self, start):
        self.total = ran("start", start)

    def add(self, n):
        self.total += ran(f"add{n}", n)
        return self.total

@task
def load(n):
    return ran("load", n)

@task
def twice(x):
    return ran("twice", x * 2)

@task
def last(x):
    return ran("last", x + 1)

model = Model(load(5))
model.add(1)
total = model.add(2)
doubled = twice(total).set_name("doubled")
flow = RayWorkflow(last(doubled).set_name("last"), workflow_name="models")
flow.set_storage(storage)
print(flow.run())
""")
    assert case.run().stdout == "17\n"
    everything = case.ran()
    assert everything == ["add1", "add2", "last", "load", "start", "twice"]
    assert case.run().stdout == "17\n"
    assert case.ran() == []
    (case.storage / "models" / "last").unlink()
    assert case.run().stdout == "17\n"
    assert case.ran() == ["last"]
    (case.storage / "models" / "doubled").unlink()
    assert case.run().stdout == "17\n"
    assert case.ran() == ["add1", "add2", "start", "twice"]


def test_items_and_containers(case: Case) -> None:
    case.app("""
@task
def pair(a, b):
    ran("pair")
    return a, b

@task
def table(n):
    return ran("table", {"k": n, "more": [n, n + 1]})

@task
def collect(name, *parts, **named):
    return ran(name, [parts, sorted(named.items())])

first = pair(1, 2).set_name("pair")
rows = table(7).set_name("table")
nested = collect("nested", [first[0], {"in": (rows["k"], first)}], x=rows["more"])
nested.set_name("nested")
last = collect("last", nested, first[1]).set_name("last")
flow = RayWorkflow(last, first[1], rows["k"], workflow_name="items")
flow.set_storage(storage)
print(*flow.run(), sep="\\n")
""")
    first = case.run()
    assert first.stderr == ""
    assert first.stdout.endswith("2\n7\n")
    assert case.ran() == ["last", "nested", "pair", "table"]
    assert case.run() == first
    assert case.ran() == []
    (case.storage / "items" / "nested").unlink()
    assert case.run() == first
    assert case.ran() == ["nested"]


def test_several_workflows_and_runs(case: Case) -> None:
    """Each of its own folder; what a later run has from an earlier one is not run again."""
    case.app("""
@task
def add(name, a, b):
    return ran(name, a + b)

one = add("one", 1, 1).set_name("node")
first = RayWorkflow(one, workflow_name="first")
first.set_storage(storage)
two = add("two", 2, 2).set_name("node")
second = RayWorkflow(two, workflow_name="second")
second.set_storage(storage)
print(first.run(), second.run())
print(first.run())
three = add("three", one, 3).set_name("three")
longer = RayWorkflow(three, workflow_name="first")
longer.set_storage(storage)
print(longer.run())
""")
    first = case.run()
    assert first.stdout == "2 4\n2\n5\n"
    assert case.ran() == ["one", "three", "two"]
    assert case.run() == first
    assert case.ran() == []
    assert sorted(p.name for p in case.storage.rglob("*") if p.name[0] != ".") == [
        *("first", "node", "node", "second", "three")
    ]


LOOPS = """
import sys

@task
def part(n):
    return ran(f"part{n}", n * n)

@task
def total(*parts):
    return ran("total", sum(parts))

kept = []
for n in range(int(sys.argv[1])):
    kept.append(part(n).set_name(f"part {n}"))
rolled = [part(n).set_name(f"more {n}") for n in (10, 20, 30)]
flow = RayWorkflow(total(*kept, *rolled).set_name("total"), workflow_name="loops")
flow.set_storage(storage)
LIMIT
print(flow.run())
"""


def test_loops_that_grow(case: Case) -> None:
    case.app(LOOPS.replace("LIMIT", ""))
    assert case.run("2").stdout == "1401\n"
    assert case.ran() == ["part0", "part1", "part10", "part20", "part30", "total"]
    assert case.run("2").stdout == "1401\n"
    assert case.ran() == []
    grown = case.run("4")
    assert grown.stdout == "1414\n"
    assert case.ran() == ["part2", "part3", "total"]
    assert "loops: total runs again: arguments changed" in grown.stderr


def test_a_limit_of_pending_tasks(case: Case) -> None:
    case.app("""
import time

@task
def step(n):
    ran("begins")
    time.sleep(0.1)
    ran("ends")
    return n

steps = [step(n).set_name(f"step{n}") for n in range(8)]
flow = RayWorkflow(*steps, workflow_name="limited")
flow.set_storage(storage)
print(flow.run(max_pending_tasks=2))
""")
    first = case.run()
    lines = (case.folder / "ran").read_text().split()
    under_way = [lines[:n].count("begins") - lines[:n].count("ends") for n in range(len(lines))]
    assert max(under_way) <= 2
    assert lines.count("ends") == 8
    case.ran()
    assert case.run() == first
    assert case.ran() == []
