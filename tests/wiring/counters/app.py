"""Counters over known values, on which the wiring depends."""

from collections import Counter

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow

ROWS = [("moons", 3), ("blobs", 2), ("moons", 5), ("rings", 1), ("moons", 8), ("blobs", 0)]


@workflow
def load(name, size=1):
    return [name] * size


@workflow
def merged(*parts):
    return sorted(sum(parts, []))


def rarest(counts):
    return min(counts, key=counts.get)


kinds = Counter(name for name, _ in ROWS)
often = [load(name, count).set_name(f"often {name}") for name, count in kinds.most_common(2)]
if kinds["moons"] > 2 and not kinds["missing"] and "missing" not in kinds:
    often.append(load("many").set_name("many"))
once = [load(name) for name, count in kinds.items() if count == 1]

sizes = Counter()
for name, size in ROWS:
    sizes[name] += size
sizes.update({"rings": 4}, moons=1)
sizes.subtract(["moons", "moons"])
del sizes["missing"]
letters = Counter("abcab") - Counter("ab")
copies = [load(letter) for letter in letters.elements()]
print(sizes.most_common(), sizes.total(), kinds == Counter(moons=3, blobs=2, rings=1, none=0))
print(isinstance(kinds, Counter), isinstance(kinds, dict), letters, dict(kinds & sizes))
named = load(rarest(sizes), sizes["moons"]).set_name(f"{len(kinds | letters)} kinds")
flow = RayWorkflow(*often, *once, *copies, named, merged(*often), workflow_name="counters")
flow.query("often .*|many").set_remote_args({"num_cpus": 0.5})
print(flow.run(return_results=True))
