"""Objects that keep nodes, filled in loops that only the driver knows."""

import os

from ffc import RayWorkflow, task


@task
def paint(colour, number):
    return f"{colour}{number}"


@task
def gallery(pictures, by_name):
    return " ".join(pictures), sorted(by_name.items())


class Study:
    def __init__(self, colours):
        self.colours = colours
        self.pictures = [paint("grey", 0)]
        self.by_name = {}

    @property
    def all(self):
        return self.pictures

    def add(self, colour):
        picture = paint(colour, len(self.pictures))
        self.all.append(picture)
        self.by_name[colour] = picture

    def wire(self):
        for colour in self.colours:
            self.add(colour)
        return gallery(self.pictures, self.by_name)


study = Study(os.environ.get("COLOURS", "red,green").split(","))
flow = RayWorkflow(study.wire(), workflow_name="pictures")
print(len(study.pictures), flow.run())
