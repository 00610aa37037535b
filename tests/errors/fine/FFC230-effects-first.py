from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


from pathlib import Path

names = []
for path in sorted(Path().iterdir()):
    Path("log.txt").write_text(path.name)
    names.append(path.name)

nodes = []
for name in names:
    nodes.append(load(name))

print(RayWorkflow(*nodes, workflow_name="w").run())
