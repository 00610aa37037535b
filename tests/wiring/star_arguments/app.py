"""Star and double-star arguments, of tasks and of functions that make nodes."""

from ffc import RayWorkflow, task

SETTINGS = {"window": 2, "mode": "mean"}


@task
def signal(*levels, scale=1):
    return [scale * level for level in levels]


@task
def smooth(values, window, mode="mean", **extra):
    parts = [values[k : k + window] for k in range(len(values) - window + 1)]
    reduce = {"mean": lambda part: sum(part) / len(part), "max": max}[mode]
    return [round(reduce(part), 2) for part in parts], sorted(extra)


@task
def merge(*series, **named):
    return [*series, *(f"{name}={value}" for name, value in named.items())]


def smoothed(*levels, name, **options):
    """A signal of the levels, and what `smooth` makes of it."""
    raw = signal(*levels, scale=len(levels)).set_name(f"{name} raw")
    node = smooth(raw, **{**SETTINGS, **options}).set_name(name)
    return node


def all_of(*names, **nodes):
    return merge(*[nodes[name][0] for name in names], **nodes)


levels = [1, 5, 2, 8]
inputs = ([3, 1, 2], {"mode": "max", "name": "peaks"})

plain = smoothed(*levels, name="plain")
more = smoothed(0, *levels[2:], 4, name="more", window=3, cut=None, border="wrap")
peaks = smoothed(*inputs[0], **inputs[1])
nodes = {"plain": plain, "peaks": peaks}
merged = all_of("peaks", "plain", **nodes)

for part in RayWorkflow(merged, more, workflow_name="smoothing").run():
    print(part)
