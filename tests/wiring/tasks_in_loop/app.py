"""A task that each pass of a loop defines anew, with the defaults of that pass."""

from ffc import RayWorkflow, task


def build(rate):
    @task
    def scaled(value, times=rate):
        return value * times + rate

    return scaled(1).set_name(f"scaled by {rate}")


made = [build(2), build(3)]
for rate in range(3):

    @task
    def plus(value, rate=rate):
        return value + rate

    made.append(plus(10).set_name(f"plus {rate}"))
made.reverse()
print(RayWorkflow(*made, workflow_name="sums").run())
