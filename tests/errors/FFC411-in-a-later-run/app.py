from ffc import RayWorkflow, task


@task
class Store:
    def put(self, value):
        return value


@task
def double(value):
    return 2 * value


store = Store()
first = RayWorkflow(store.put(1), workflow_name="first", ray_init_args={"resources": {"disk": 1}})
first.query("Store_.*").set_remote_args({"num_cpus": 0, "resources": {"disk": 1}})
value = first.run()

second = RayWorkflow(double(value), workflow_name="second", ray_init_args={"resources": {"disk": 1}})
second.query("double.*").set_remote_args({"resources": {"disk": 0.5}})
print(second.run())
