from ffc import RayWorkflow, task


@task
def best(scores, width):
    place = scores.index(max(scores))
    return divmod(place, width)


def evaluate(scores, width):
    node = best(scores, width).set_name("best")
    dataset, model = RayWorkflow(node, workflow_name="evaluation").run()
    return f"data set {dataset}, model {model}"
