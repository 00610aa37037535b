"""What a loop leaves behind: its variables, the last node, a running value."""

from ffc import RayWorkflow, task

STEPS = [("warm", 3), ("hold", 5), ("cool", 2)]


@task
def phase(name, minutes, start):
    return f"{name} {start}-{start + minutes}"


@task
def summary(last, name, count, phases):
    return f"{last} ends it; {name}, {count}: {phases}"


start = 0
phases = []
for index, (name, minutes) in enumerate(STEPS):  # noqa: B007
    node = phase(name, minutes, start).set_name(f"{index} {name}")
    phases.append(node)
    start += minutes

node.set_name(f"last {name}")
text = summary(node, name, index + 1, phases).set_name(f"summary of {start}")
for name in []:
    print("never", name)
after = phase(name, minutes=minutes * 10, start=start)

flow = RayWorkflow(text, after, workflow_name="schedule")
flow.query("last .*").set_remote_args({"num_cpus": 0.5})
print([node.get_name() for node in flow.find_nodes()])
print(node.get_name(), *flow.run(), sep="\n")
