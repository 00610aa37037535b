"""Lists that grow after they were given to a node: the run sees all of it."""

from ffc import RayWorkflow, task


@task
def part(n):
    return n * n


@task
def total(parts, extra=None):
    return sum(parts) + sum((extra or {}).values())


@task
def count(values, *more):
    return len(values) + len(more)


parts = [part(1)]  # warns: FFC401, as it is replaced below
extra = {}
numbers = alias = [10]
size = count(numbers, 0)
first = count(numbers, numbers[0])
parts.append(part(2))
parts += [part(3), 100]
extra["late"] = part(4)
alias.append(20)
numbers.extend([30, 40])
numbers[0] = 11
parts[0] = part(5)
all_of_it = total(parts, extra=extra)

fixed = total(parts[:2])
parts = []

flow = RayWorkflow(all_of_it, size, first, fixed, count(parts), workflow_name="late")
print(flow.run(), numbers)
