import ray

from ffc import RayWorkflow, task


def get(mapping, key):
    return mapping[key]


def in_the_driver(refs):
    return ray.get(refs)


@task
def look(refs, settings):
    ready, waiting = ray.wait(refs, num_returns=1, timeout=0)
    return get(settings, "a") or settings.get("b"), ready, waiting


print(RayWorkflow(look([], {"a": 1}), workflow_name="w").run())
print(in_the_driver([]))
