import json
from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow


@workflow
def record(low, n=0):
    return low, n


nodes = [record(n) for n in range(4)]
finished = []
for n, node in zip("abcd", reversed(nodes), strict=True):
    if len(json.loads("[5, 4]")) == ord(n) - 97:
        break
    finished.append(record(node, n))
for n, (a, node) in enumerate(zip((1, 2, 3), nodes, strict=False)):
    for k in json.loads("[5, 4]"):
        if k == n:
            continue
        finished.append(record(node, k + a))
more = {n + k: record(node) for n, node in enumerate(nodes) for k in json.loads("[5, 40]")}
rows = [[n, node] for n, node in zip(json.loads("[5, 4]"), nodes, strict=False)]
print(
    RayWorkflow(*finished, *more.values(), *[node for _, node in rows], workflow_name="all").run()
)
