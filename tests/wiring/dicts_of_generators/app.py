import json
from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow


@workflow
def record(low, n=0):
    return low, n


nodes = [record(n) for n in range(3)]
by = dict((name, record(n)) for name, n in json.loads('{"a": 1, "b": 2}').items())
pairs = dict((n, node) for n, node in zip(json.loads("[5, 4]"), nodes, strict=False))
last = dict((n, nodes[-1]) for n in json.loads("[5, 4]"))
for name, node in by.items():
    pairs[name] = record(node)
print(sorted(by), len(pairs))
print(RayWorkflow(*by.values(), *pairs.values(), *last.values(), workflow_name="all").run())
