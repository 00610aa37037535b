"""Nodes given to constructors and methods: plain, as items, inside containers."""

from operator import mul

from ffc import RayWorkflow, task


@task
def load(name, size):
    return {"name": name, "size": size, "values": list(range(size))}


@task
def weights(count):
    return [1 / (k + 1) for k in range(count)]


@task
class Filter:
    def __init__(self, taps, settings=None, *, gain=1):
        self.taps = taps
        self.gain = gain * (settings or {}).get("gain", 1)
        self.seen = []

    def apply(self, *series, options=None):
        self.seen += [len(values) for values in series]
        shift = (options or {}).get("shift", 0)
        return [
            round(shift + self.gain * sum(map(mul, self.taps, values)), 3)
            for values in series
        ]

    def mixed(self, pair):
        first, (second, third) = pair["first"], pair["rest"]
        return self.apply(first, second, third)

    def lengths(self):
        return self.seen


data = load("a", 5)
more = load("b", size=3)
taps = weights(3)
gain = load("gain", 4)

plain = Filter(taps)
tuned = Filter([taps[0], taps[2]], {"gain": gain["size"]}, gain=3)

one = plain.apply(data["values"])
two = plain.apply(data["values"], more["values"], options={"shift": taps[1]})
three = tuned.mixed({"first": data["values"], "rest": (more["values"], [4, 2])})
four = tuned.mixed({"first": [1, 1], "rest": ([2, 2], one)})
lengths = tuned.lengths()

flow = RayWorkflow(one, two, three, four, lengths, workflow_name="filters")
results = flow.run()
print(*results, sep="\n")
