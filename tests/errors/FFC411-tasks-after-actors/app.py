from ffc import RayWorkflow, task


@task
class Model:
    def __init__(self, rate):
        self.rate = rate

    def score(self, data):
        return self.rate * data


@task
def best(*scores):
    return max(scores)


slow, fast = Model(0.1), Model(0.9)
leaf = best(slow.score(1), fast.score(1))

flow = RayWorkflow(leaf, workflow_name="w", ray_init_args={"num_cpus": 2})
flow.query("Model_.*").set_remote_args({"num_cpus": 1})
print(flow.run())
