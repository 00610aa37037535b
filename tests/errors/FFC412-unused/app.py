from ffc import RayWorkflow, task


@task
def load(n):
    return list(range(n))


@task
def count(parts):
    return len(parts)


@task
def total(parts):
    return sum(parts)


parts = load(10)
size = count(parts).set_name("size")
print(RayWorkflow(total(parts), workflow_name="w").run())
