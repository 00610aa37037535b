"""Nodes in default dicts, ordered dicts, named tuples and views, as arguments."""

from collections import OrderedDict, defaultdict, namedtuple

from ffc import RayWorkflow, task

Pair = namedtuple("Pair", "first second")


@task
def reading(station, hour):
    return f"{station}{hour}"


@task
def shown(title, values):
    kind = type(values).__name__
    if isinstance(values, Pair):
        return f"{title} {kind}: {values.first} and {values.second}"
    if isinstance(values, dict):
        return f"{title} {kind}: {dict(values)}"
    return f"{title}: {sorted(values)}"


by_station = defaultdict(list)
last = OrderedDict()
pairs = []
for station in ("oslo", "lund"):
    for hour in (6, 12, 18):
        node = reading(station, hour).set_name(f"{station} at {hour}")
        by_station[station].append(node)
        last[station] = node
    last.move_to_end("oslo")
    pairs.append(Pair(by_station[station][0], second=last[station]))

leaves = [
    shown("all", by_station),
    shown("last", last),
    shown("pair", pairs[1]),
    shown("swapped", pairs[0]._replace(first=pairs[1].second)),
    shown("values", last.values()),
    shown("readings", [one for pair in pairs for one in pair]),
]
flow = RayWorkflow(*leaves, workflow_name="readings")
flow.query("oslo .*").set_remote_args({"num_cpus": 0.5})
print(*flow.run(), sep="\n")
