"""While loops over known values: coarser and coarser grids, then back again."""

from ffc import RayWorkflow, task


@task
def right_side(size):
    return [k * (size - 1 - k) for k in range(size)]


@task
def restrict(values):
    return [round((values[k] + values[k + 1]) / 2, 3) for k in range(0, len(values), 2)]


@task
def prolong(coarse, fine, weight):
    return [round(weight * coarse[k // 2] + value, 3) for k, value in enumerate(fine)]


def v_cycle(name, size, smallest=2):
    levels = [right_side(size).set_name(f"{name} grid")]
    while size > smallest:
        size //= 2
        levels.append(restrict(levels[-1]).set_name(f"{name} down to {size}"))
    solution = levels.pop()
    while levels:
        size *= 2
        solution = prolong(solution, levels.pop(), 1 / size).set_name(f"{name} up to {size}")
    return solution


flow = RayWorkflow(v_cycle("full", 16), v_cycle("short", 8, smallest=4), workflow_name="multigrid")
print([node.get_name() for node in flow.find_nodes()])
for solution in flow.run():
    print(solution)
