"""Results that cannot be stored are named; the others are there."""

from __future__ import annotations

from .case import Case


def test_a_result_that_cannot_be_pickled(case: Case) -> None:
    case.app("""
import threading

@task
def make(name, value):
    return ran(name, threading.Lock() if value == "lock" else value)

@task
def double(name, x):
    return ran(name, lambda: 2 * x)

@task
def call(name, f):
    return ran(name, f())

one = make("one", 1).set_name("one")
lock = make("lock", "lock").set_name("lock")
function = double("function", one).set_name("function")
end = call("end", function).set_name("end")
flow = RayWorkflow(end, lock, workflow_name="w")
flow.set_storage(storage)
print(flow.run())
""")
    first = case.run(ends=1)
    assert case.ran() == ["end", "function", "lock", "one"]
    assert "w: failed, or not run: lock\n" in first.stderr
    assert "TypeError: cannot pickle '_thread.lock' object" in first.stderr
    assert "start again" in first.stderr
    case.run(ends=1)
    assert case.ran() == ["lock"]
    (case.storage / "w" / "end").unlink()
    case.run(ends=1)
    assert case.ran() == ["end", "lock"], "a function comes back from its file"


def test_a_result_that_cannot_be_unpickled(case: Case) -> None:
    """Nobody can take it, the saver neither; those that it would be saved with are."""
    case.app("""
def refuse(data):
    raise ValueError("not again")

class Sealed:
    def __init__(self, size):
        self.data = bytes(size)

    def __reduce__(self):
        return refuse, (self.data,)

@task
def make(n, size):
    return ran(f"make{n}", Sealed(size) if n in (2, 5) else bytes(size))

nodes = [make(n, 300_000 if n % 2 else 3).set_name(f"make{n}") for n in range(8)]
flow = RayWorkflow(*nodes, workflow_name="w")
flow.set_storage(storage)
print(flow.run())
""")
    first = case.run(ends=1)
    assert len(case.ran()) == 8
    assert "make2" in first.stderr and "make5" in first.stderr
    assert "not again" in first.stderr
    case.run(ends=1)
    assert case.ran() == ["make2", "make5"]


def test_a_serializer_that_fails(case: Case) -> None:
    case.app("""
class Picture:
    def __init__(self, text):
        self.text = text

class Pictures:
    name = "pictures"
    serializer_class = Picture

    @classmethod
    def pickle(cls, picture, protocols):
        if picture.text == "bad":
            raise RuntimeError("a bad picture")
        with protocols["file_protocol"].open(picture.text, "w") as file:
            file.write(picture.text)
        return cls.name, picture.text

    @classmethod
    def unpickle(cls, pid, protocols):
        with protocols["file_protocol"].open(pid, "r") as file:
            return Picture(file.read())

    @classmethod
    def remove(cls, pid, protocols):
        protocols["file_protocol"].remove(pid)

storage.register_persistent_serializers(Pictures)

@task
def paint(text):
    return ran(text, [Picture(text)])

@task
def show(*pictures):
    return ran("show", [one.text for picture in pictures for one in picture])

good = [paint(text).set_name(text) for text in ("a", "b")]
flow = RayWorkflow(show(*good, paint("bad").set_name("bad")).set_name("show"), workflow_name="w")
flow.set_storage(storage)
print(flow.run())
""")
    first = case.run(ends=1)
    assert case.ran() == ["a", "b", "bad", "show"]
    assert "w: not saved: bad: cannot be pickled: RuntimeError: a bad picture" in first.stderr
    assert "Traceback" not in first.stderr
    assert sorted(p.name for p in (case.storage / "w" / "bigdata").iterdir()) == ["a", "b"]
    case.run(ends=1)
    assert case.ran() == ["bad"]
    (case.storage / "w" / "show").unlink()
    case.run(ends=1)
    assert case.ran() == ["bad", "show"], "the pictures were read from their files"
