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
flow.query("call").set_remote_args({"max_task_retries": 2, "retry_exceptions": [OSError], "enable_task_events": False})
print(flow.run())
