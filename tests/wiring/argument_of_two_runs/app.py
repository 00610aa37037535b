"""A node that two workflows run gets the argument that was computed for it once."""

from ffc import RayWorkflow, task


@task
def label(number):
    return f"sample {number}"


def counter():
    count = 0

    def following():
        nonlocal count
        count += 1
        return count

    return following


following = counter()
sample = label(following())
RayWorkflow(sample, workflow_name="samples").run()
print(RayWorkflow(sample, workflow_name="samples").run())
