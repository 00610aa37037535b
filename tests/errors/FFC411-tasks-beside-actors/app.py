from ffc import RayWorkflow, task


@task
def load(n):
    return n


@task
class Store:
    def put(self, value):
        return value


store = Store()
leaves = [store.put(load(1)), store.put(load(2))]
flow = RayWorkflow(*leaves, workflow_name="w", ray_init_args={"num_cpus": 1})
flow.query("Store_.*").set_remote_args({"num_cpus": 1})
print(flow.run())
