"""Tests that are decided and change something: the driver changes it too."""

from ffc import RayWorkflow, task


@task
def load(number):
    return number


count = 0


def following():
    global count
    count += 1
    return count


names = ["one", "two", "", "three", "", "four"]
a = load(1)
b = c = load(a if names.pop() else 3)
d = load(names.pop() or a)
if names.pop() == "two":
    b = c
elif not names.pop():
    b = load(len(names) + 1)
made = []
while names.pop() != "one":
    made.append(load("more"))
e = a if following() == 1 and not following() > 2 else c
names.append("last")
print(names, count)
print(RayWorkflow(b, c, d, e, *made, workflow_name="all").run())
