"""Keys of a comprehension that cannot stand in f-strings, and are read later."""

from ffc import RayWorkflow, task


@task
def load(number):
    return number + 1


@task
def show(found):
    return str(found)


def main():
    numbers = {"it's": 6, "blue": 5}
    by_name = {name: load(number) for name, number in numbers.items()}
    rows = [[name, load(number)] for name, number in numbers.items()]
    print(RayWorkflow(by_name["blue"], workflow_name="first").run())
    nodes = sum(([part] for part in [show(by_name), show(rows)]), [])
    print(RayWorkflow(*nodes, workflow_name="second").run())


main()
