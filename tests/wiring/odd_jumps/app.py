"""Breaks, continues and returns through try, finally, with and else."""

from ffc import RayWorkflow, task

made = []


@task
def step(name, number):
    return f"{name}{number}"


class Quiet:
    def __enter__(self):
        made.append(step("enter", len(made)))

    def __exit__(self, kind, error, traceback):
        made.append(step("exit", len(made)))
        return kind is KeyError


def first_even(numbers):
    for number in numbers:
        try:
            if number % 2:
                continue
            return step("even", number)
        finally:
            made.append(step("tried", number))
    return step("none", 0)


def odd_one_out(numbers):
    for number in numbers:
        with Quiet():
            if number == 3:
                break
            made.append(step("seen", {1: 10, 2: 20}[number]))
    else:
        return None
    while True:
        try:
            number -= 1
            if number < 0:
                raise StopIteration(number)
        except StopIteration as error:
            return step("end", error.value)
        else:
            made.append(step("down", number))


leaves = [first_even([1, 4, 6]), odd_one_out([1, 5, 2, 3, 9]), first_even([7])]
flow = RayWorkflow(*leaves, *made, workflow_name="jumps")
print(flow.run())
