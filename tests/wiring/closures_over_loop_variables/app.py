"""Closures made in a loop: some see its last value, some keep their own."""

from ffc import RayWorkflow, task

COLOURS = ["red", "green", "blue"]


@task
def channel(colour, gain):
    return f"{colour}*{gain}"


@task
def image(channels):
    return " ".join(channels)


late, kept, bound = [], [], []


def binder(colour):
    return lambda gain: channel(colour, gain)


for colour in COLOURS:
    late.append(lambda gain: channel(colour, gain))  # noqa: B023
    kept.append(lambda gain, colour=colour: channel(colour, gain))
    bound.append(binder(colour))

images = []
for makers in (late, kept, bound):
    images.append(image([make(gain) for gain, make in enumerate(makers, start=1)]))
colour = "white"
images.append(image([late[0](0), kept[0](0)]))

for line in RayWorkflow(*images, workflow_name="colours").run():
    print(line)
