"""Parameters that are negative numbers, and a default that a function inside keeps."""

from ffc import RayWorkflow, task


@task
def scale(values, factor=1):
    return [values, factor]


def build(given):
    found = []
    found.append(given)
    found.append(given * given)
    first = RayWorkflow(scale(3), workflow_name="first").run()
    found = [*found, *first]
    print(found)
    last = scale(
        (
            given,
            [3],
            "grid",
        ),
        factor=[given],
    )
    half = len(found) // 2

    def shifted(one, amount=half - 1):
        return scale((one, -amount), given**2)

    return last, shifted(last)


for power in (-2, 3):
    print(RayWorkflow(*build(power), workflow_name="powers").run())
