"""`functools.partial` of tasks and of functions that make nodes."""

from functools import partial

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow


@workflow
def resample(values, step, offset=0):
    return values[offset::step]


@workflow
def statistic(values, kind, scale=1):
    return f"{kind} {scale * {'sum': sum, 'max': max, 'len': len}[kind](values)}"


def measured(make, values, name):
    node = make(values)
    return node.set_name(name)


halved = partial(resample, step=2)
odd = partial(halved, offset=1)
statistics = {kind: partial(statistic, kind=kind) for kind in ("sum", "max", "len")}
loud = partial(statistics["sum"], scale=10)
named = partial(measured, name="named")

values = [5, 3, 8, 1, 9]
thinned = [halved(values), odd(values), resample([1, 2, 3], 1)]
nodes = [make(thinned[k]) for k, make in enumerate(statistics.values())]
nodes.append(named(loud, thinned[1]))
nodes.append(partial(measured, loud, name="last")(thinned[0]))

flow = RayWorkflow(*nodes, workflow_name="statistics")
flow.query("named|last").set_remote_args({"num_cpus": 0.5})
print(loud.keywords, len(flow.find_nodes()))
print(flow.run(return_results=True))
