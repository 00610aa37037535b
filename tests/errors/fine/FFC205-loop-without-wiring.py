from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


total = 0
for number in range(3):
    total += number
words = [word.upper() for word in ("a", "b")]
with open(__file__) as file:
    first = file.readline()
try:
    total += 1
except ValueError:
    pass
leaf = add(total, words)

print(RayWorkflow(leaf, workflow_name="w").run())
