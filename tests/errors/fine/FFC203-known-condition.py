from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


FAST = False
leaf = load("a")
if FAST:
    leaf = add(leaf, 1)
elif __name__ == "__main__":
    leaf = add(leaf, 2)

print(RayWorkflow(leaf, workflow_name="w").run())
