from ffc import RayWorkflow, task


@task
class Model:
    def score(self, data):
        return data


a, b, c = Model(), Model(), Model()
flow = RayWorkflow(
    a.score(1),
    b.score(2),
    c.score(3),
    workflow_name="w",
    ray_init_args={"num_cpus": 8, "num_gpus": 2, "resources": {"license": 2}},
)
flow.query("Model_.*").set_remote_args({"num_gpus": 0.75, "resources": {"license": 0.5}})
print(flow.run())
