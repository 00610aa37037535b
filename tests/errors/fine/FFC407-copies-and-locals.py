import copy

import numpy as np

from ffc import RayWorkflow, task


@task
def load(n):
    return {"rows": list(range(n)), "name": "a"}


@task
def prepare(data, rows, table, step, *extra, first=None, **named):
    data = copy.deepcopy(data)
    data["size"] = len(rows)
    rows = sorted(rows)
    rows.append(1)
    step += 1
    if table is None:
        table = []
    table.append(step)
    named["b"] = 2
    named.pop("a", None)
    first = np.array([1, 2]) if first is None else first.copy()
    first[0] = 3
    total = [rows.pop() for rows in ([1], [2])]
    title = data["name"].title().replace("A", "B")
    ordered = data.get("frame", first).sort("a") if extra else first

    def fill(data):
        data.append(1)
        return data

    return fill([step]), total, title, ordered, list(named), extra


class Line:
    def __init__(self, points):
        self.points = list(points)

    def move(self, by):
        self.points[0] += by
        self.moved = True
        return self


@task
class Store:
    def __init__(self, entries):
        self.entries = list(entries)

    def add(self, entry):
        self.entries.append(entry)
        self._trim(self.entries)
        return len(self.entries)

    def _trim(self, entries):
        del entries[:-3]

    @staticmethod
    def lines(count):
        count += 1
        return [Line([k]).move(1).points for k in range(count)]


data = load(3)
store = Store([])
flow = RayWorkflow(
    prepare(data, data["rows"], None, 3), store.add(data), store.lines(2), workflow_name="w"
)
print(flow.run())
