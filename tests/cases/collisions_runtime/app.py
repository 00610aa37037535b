"""Functions of the app that are called like the helpers that drivers bring along."""

from typing import Any

from ffc import RayWorkflow, task


def wait_for(seconds):
    return f"waited {seconds} s"


def pack(*things):
    return "/".join(map(str, things))


class Slot:
    def __init__(self, name: Any):
        self.name = name

    def item(self):
        return f"slot {self.name}"


@task
def finished(values, slot):
    return pack(*values, wait_for(2), Slot(slot).item())


@task
def unpacked(first, rest):
    return {"first": first, "rest": rest}


@task
def item(key):
    return key, key * 2


@task
class InFlight:
    def __init__(self, connect):
        self.connect = connect

    def add(self, refs):
        return {"refs": refs, "connect": self.connect}


pair = item("k")
planes = InFlight([pair[0]])
added = planes.add(pair[1])
main = finished([pair, added["refs"]], slot=pair[0])
returning_items = unpacked(main, rest=(main, added["connect"]))
planes.add([main])

flow = RayWorkflow(returning_items["rest"], main, workflow_name="helpers")
print(flow.run(max_pending_tasks=2))
print(wait_for(1), pack(1, 2))
