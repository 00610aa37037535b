"""find_nodes, len and get_name; a query without a pattern is about all nodes."""

from ffc import RayWorkflow, task


@task
def load(name):
    return [ord(letter) for letter in name]


@task
def histogram(values, width):
    found = {}
    for value in values:
        found[value // width] = found.get(value // width, 0) + 1
    return found


@task
def mode(bins):
    return max(bins, key=bins.get)


fine = histogram(load("deoxyribose"), 2).set_name("fine histogram")
coarse = histogram(load("ribose"), 10).set_name("coarse histogram")
flow = RayWorkflow(mode(fine), mode(coarse), workflow_name="modes")

nodes = flow.find_nodes()
histograms = flow.find_nodes(".* histogram")
print(len(nodes), "nodes,", len(histograms), "histograms")
print(histograms[0].get_name(), "and", histograms[-1].get_name())
nodes[0].set_name("first")

flow.query().set_remote_args({"num_cpus": 0.5})
flow.query(".* histogram").set_remote_args({"num_cpus": 1, "max_retries": 1})
flow.query("fine.*").set_remote_args({"num_cpus": 2})
flow.query("first").set_remote_args({})
print(flow.run())
