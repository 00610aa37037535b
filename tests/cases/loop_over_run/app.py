from ffc import RayWorkflow, task


@task
def power(base, exponent):
    return base**exponent


square, cube = power(7, 2), power(7, 3)
flow = RayWorkflow(square, cube, workflow_name="powers")
for value in flow.run():
    print(value)

total = 0
for exponent, value in enumerate(flow.run(return_results=True), start=2):
    total += exponent * value
print(total)
