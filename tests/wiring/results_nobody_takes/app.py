"""Results that nothing takes, in front of leaves and behind them, also in loops."""

import json

from ffc import RayWorkflow, task

ROUNDS = json.loads("[1, 2, 3]")


@task
def checked(number, most):
    if number > most:
        raise ValueError(f"{number} > {most}")
    return number


@task
class Tally:
    def __init__(self, start=0):
        self.numbers = [start]

    def add(self, number):
        if number < 0:
            raise ValueError(number)
        self.numbers.append(number)
        return len(self.numbers)

    def total(self):
        return sum(self.numbers)


def run(name, *leaves):
    try:
        RayWorkflow(*leaves, workflow_name=name).run()
        print(name, "is fine")
    except ValueError as error:
        print(name, "has failed:", str(error).splitlines()[-1].removeprefix("ValueError: "))


tally = Tally()
tally.add(1)  # is not the last
tally.add(2)
length = tally.add(3)
sums = checked(tally.total(), 9)
print(RayWorkflow(sums, length, workflow_name="sums").run())

first = checked(4, 9)
checked(first, 3)
checked(first, 2)
run("two behind", first)

second = checked(5, 9)
checked(second, 9)
between = checked(second, 4)
checked(second, 3)
run("one on each side", between)

for number in ROUNDS:
    start = checked(number, 9)
    for other in ROUNDS:
        if other > number:
            checked(start, other).set_name(f"{number} {other}")
    own = Tally(start)
    own.add(10)  # each time
    total = own.total()
    own.add(20)
    print(RayWorkflow(total, workflow_name="rounds").run())

for number in ROUNDS:
    try:
        own = Tally(number)
        own.add(2 - number)
        own.add(1)
        total = own.total()
        own.add(2 - number)
        print(RayWorkflow(total, workflow_name="tries").run())
    except ValueError:
        print(number, "has failed")
