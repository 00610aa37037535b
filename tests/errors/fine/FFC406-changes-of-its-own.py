import zarr

from ffc import RayWorkflow, task

SEEN = []
NAMES = {"a": 1}
row = {}
total = 0
store = zarr.open("results.zarr", mode="a")


def note(n):
    """Called by the driver alone."""
    global total
    total += n
    SEEN.append(n)


def remember(SEEN, name):
    SEEN.append(name)
    return SEEN


@task
def read(rows, NAMES=None):
    NAMES = dict(NAMES or {})
    NAMES["b"] = 2
    SEEN = [row.pop("a", None) for row in rows]
    SEEN.append(total)
    store["scores"] = SEEN
    label = " ".join(sorted(NAMES)).replace("a", "b")
    change = lambda total: total.append(1)  # noqa: E731
    change(SEEN)
    return remember(SEEN, label), len(NAMES)


@task
class Cache:
    def get(self, key):
        if key not in row:
            row[key] = len(row)  # in the copy that the object keeps
        return row[key]


note(3)
NAMES["c"] = 3
print(RayWorkflow(read([{"a": 1}]), Cache().get("x"), workflow_name="w").run(), SEEN, total)
