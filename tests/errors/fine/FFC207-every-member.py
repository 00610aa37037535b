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


class Base:
    def helped(self):
        return 1


@task
class More(Base):
    pass


leaf = Counter().set_name("counter").increment(1).set_name("call")
other = load(More().helped())
flow = RayWorkflow(leaf, other, workflow_name="w")
print(leaf.name, leaf.get_name(), flow.workflow_name, len(flow.find_nodes(".*")))
flow.query(".*").set_remote_args({})
print(flow.run())
