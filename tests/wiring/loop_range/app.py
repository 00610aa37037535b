"""A chain of nodes, made by a loop over a range: each takes the one before."""

from ffc import RayWorkflow, task


@task
def initial(population):
    return {"year": 0, "population": population, "log": []}


@task
def grow(state, rate, capacity=1000):
    """One year of logistic growth."""
    now = state["population"]
    then = round(now + rate * now * (1 - now / capacity), 1)
    year = state["year"] + 1
    return {"year": year, "population": then, "log": [*state["log"], then]}


state = initial(50)
for year in range(1, 7):
    state = grow(state, 0.1 * year).set_name(f"year {year}")
for year in range(12, 6, -2):
    state = grow(state, rate=0.5, capacity=100 * year).set_name(f"year {year}")

flow = RayWorkflow(state, workflow_name="growth")
print([node.get_name() for node in flow.find_nodes()])
result = flow.run()
print(result["year"], result["log"])
