from ffc import RayWorkflow, task


@task
def load(n):
    return n


@task
class Model:
    def __init__(self, data=0):
        self.data = data

    def score(self, data):
        return self.data + data


@task
class Counter:
    def add(self, n):
        return n


@task
def best(*scores):
    return max(scores)


# The data is loaded before there are models, and Counter, without options, holds nothing.
data = load(1)
slow, fast, counter = Model(data), Model(data), Counter()
scores = slow.score(1), fast.score(data), counter.add(data)
leaf = best(*scores)
flow = RayWorkflow(
    leaf, workflow_name="w", ray_init_args={"num_cpus": 2, "num_gpus": 1, "resources": {"disk": 1}}
)
flow.query("Model_.*").set_remote_args({"num_cpus": 1, "num_gpus": 0.5})
flow.query("best.*").set_remote_args({"num_cpus": 0, "resources": {"disk": 1}})
print(flow.run())
