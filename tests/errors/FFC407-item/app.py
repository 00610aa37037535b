from ffc import RayWorkflow, task


@task
def load(n):
    return list(range(n))


@task
def clip(data, limit=5):
    for i in range(len(data)):
        if data[i] > limit:
            data[i] = limit
    del data[0]
    return data


print(RayWorkflow(clip(load(9)), workflow_name="w").run())
