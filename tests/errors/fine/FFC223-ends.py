from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


leaf = load("a")
size = 64
while size > 1:
    leaf = add(leaf, size)
    size //= 2

names = ["a"]
for name in names:
    leaf = add(leaf, name)
    if len(names) < 4:
        names.append(name + "'")

while True:
    leaf = add(leaf, "last")
    break

count = 0
while count < 20_000:  # makes no nodes: the driver may take its time
    count += 1

print(RayWorkflow(leaf, workflow_name="w").run(), count)
