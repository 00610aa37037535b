"""A loop of one pass in a loop that stays: its variable is read behind both."""

from ffc import RayWorkflow, task


@task
def show(value):
    return [value]


@task
def gather(*parts, word):
    return len(parts), word


x = [show(row) for row in range(1)]  # ffc: ignore[FFC401]
others = [show(7)]
for word in "red blue x y".split():
    for x in others[::-1]:
        address = gather(*others, word=word).set_name(f"run {word}")  # ffc: ignore[FFC412]
print(RayWorkflow(x, address, *others, workflow_name="all").run())
