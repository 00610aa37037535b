from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


@task
class Counter:
    def increment(self, by):
        return by


counter = Counter().set_name("counter")
leaf = counter.increment(1).set_name("call")
flow = RayWorkflow(leaf, workflow_name="w")
flow.query("call").set_remote_args({"max_retries": 1})
print(flow.run())
