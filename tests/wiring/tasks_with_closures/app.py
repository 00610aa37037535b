"""Tasks defined in functions, which use the parameters and locals of these."""

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow

SCALE = 10


def filters(low, high):
    """Two tasks that know the limits."""
    width = high - low

    def inside(value):
        return low <= value < high

    @workflow
    def keep(values):
        return [value for value in values if inside(value)]

    @workflow
    def normalise(values, base=width):
        return [round((value - low) / base * SCALE, 1) for value in values]

    return keep, normalise


@workflow
def samples(count):
    return [(k * 37) % 50 for k in range(count)]


def bandpass(node, low, high):
    keep, normalise = filters(low, high)
    kept = keep(node).set_name(f"keep {low}-{high}")
    return normalise(kept).set_name(f"normalise {low}-{high}")


data = samples(12)
bands = [bandpass(data, low, low + 20) for low in range(0, 40, 20)]
keep_low, _ = filters(0, 7)
bands.append(keep_low(data))

flow = RayWorkflow(*bands, workflow_name="bands")
flow.query("keep .*").set_remote_args({"num_cpus": 0.5})
print(*flow.run(return_results=True), sep="\n")
