from ffc import RayWorkflow, task


@task
class Model:
    def score(self, data):
        return data


@task
def best(*scores):
    return max(scores)


models = [Model(), Model()]
leaf = best(models[0].score(1), models[1].score(2))
flow = RayWorkflow(leaf, workflow_name="w", ray_init_args={"address": "auto", "num_cpus": 2})
flow.query("Model_.*").set_remote_args({"num_cpus": 1})
print(flow.run())
