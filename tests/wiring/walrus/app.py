"""Assignment expressions: in conditions, in arguments, in comprehensions."""

from ffc import RayWorkflow, task

READS = {"a": 320, "b": 75, "c": 190}


@task
def align(sample, reads):
    return reads - len(sample) * 10


@task
def merge(parts, depth):
    return f"{sum(parts)} of {depth}"


deep = [
    align(sample, usable).set_name(f"{sample} {usable}")
    for sample, reads in READS.items()
    if (usable := reads // 2) > 50
]
extra = align((name := "extra") + "!", len(name))

left = 400
batches = []
while (size := left // 3) > 30:
    batches.append(align(f"batch {len(batches)}", size))
    left -= size

if (count := len(deep)) > 1:
    deep.append(extra)
final = merge(all_parts := [*deep, *batches], depth=(depth := 10 * count) + 1)
final.set_name(f"merge of {len(all_parts)} at {depth}")

flow = RayWorkflow(final, workflow_name="alignment")
print([node.get_name() for node in flow.find_nodes()])
print(flow.run(), usable, left)
