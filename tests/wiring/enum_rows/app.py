"""Enums as configuration: looped over, compared, looked up, with methods."""

from enum import Enum, IntEnum, auto

from ffc import RayWorkflow, task


class Band(Enum):
    BLUE = 440
    GREEN = 550
    RED = 640

    @property
    def energy(self):
        return round(1240 / self.value, 2)

    def is_short(self):
        return self.value < 500


class Quality(IntEnum):
    RAW = auto()
    CLEAN = auto()
    FINAL = auto()


@task
def expose(band, energy):
    return f"{band}:{energy}"


@task
def process(image, quality):
    return f"{image}+{quality}"


@task
def combine(images):
    return " / ".join(images)


images = {}
for band in Band:
    image = expose(band.name.lower(), band.energy).set_name(band.name)
    for quality in Quality:
        if quality is Quality.RAW or (band.is_short() and quality > Quality.CLEAN):
            continue
        image = process(image, int(quality))
        image.set_name(f"{band.name} {quality.name.capitalize()}")
    images[band] = image

colour = combine([images[Band.RED], images[Band["GREEN"]], images[Band(440)]])
flow = RayWorkflow(colour, workflow_name="colour")
flow.query(f"{Band.RED.name} .*").set_remote_args({"num_cpus": 0.5})
print(len(Band), [node.get_name() for node in flow.find_nodes(".* (Clean|Final)")])
print(flow.run())
