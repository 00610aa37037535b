"""Two functions define a task of the same name each; both are called in a loop."""

from ffc import RayWorkflow, task


def linear(points, rate):
    @task
    def fit(points):
        """Through the origin."""
        return round(sum(points) / len(points), 3)

    @task
    def apply(model, x):
        return model * x

    return apply(fit(points).set_name(f"linear fit {rate}"), rate)


def quadratic(points, rate):
    @task
    def fit(points):
        """The largest square."""
        return max(point * point for point in points)

    @task
    def apply(model, x, offset=1):
        return model * x * x + offset

    return apply(fit(points).set_name(f"quadratic fit {rate}"), x=rate)


nodes = []
for model in (linear, quadratic):
    for rate in (2, 5):
        node = model([1, 2, 4], rate)
        nodes.append(node.set_name(f"{model.__name__} {rate}"))

flow = RayWorkflow(*nodes, workflow_name="fits")
flow.query("quadratic fit .*").set_remote_args({"num_cpus": 0.5})
print([node.get_name() for node in flow.find_nodes(".* fit .*")])
print(flow.run())
