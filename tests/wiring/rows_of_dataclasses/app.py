"""Rows that are dataclasses: attributes and properties make names and arguments."""

from dataclasses import dataclass

from ffc import RayWorkflow, task


@dataclass(frozen=True)
class Planet:
    name: str
    distance: float  # in astronomical units
    mass: float = 1.0  # of the earth

    @property
    def year(self):
        return round(self.distance**1.5, 2)


PLANETS = [
    Planet("mercury", 0.39, 0.055),
    Planet("venus", 0.72, 0.815),
    Planet("earth", 1.0),
    Planet("mars", 1.52, 0.107),
    Planet("ceres", 2.77, mass=0.00016),
    Planet("jupiter", 5.2, 318),
    Planet("saturn", 9.54, 95.2),
    Planet("uranus", 19.2, 14.5),
    Planet("neptune", 30.1, 17.1),
    Planet("pluto", 39.5, mass=0.0022),
]


@task
def light(luminosity, distance):
    return round(luminosity / distance**2, 4)


@task
def climate(planet, received):
    return planet, round(255 * received**0.25)


@task
def pull(mass, distance, year):
    return round(mass / distance**2 * year, 3)


SUN = 1.0

climates, pulls = [], []
for planet in PLANETS:
    received = light(SUN, planet.distance).set_name(f"light on {planet.name}")
    climates.append(climate(planet.name, received))
    pulls.append(pull(planet.mass, planet.distance, planet.year))

flow = RayWorkflow(*climates, *pulls, workflow_name="planets")
flow.query("light on .*").set_remote_args({"num_cpus": 0.5})
results = flow.run()
for (name, kelvin), force in zip(results[: len(PLANETS)], results[len(PLANETS) :], strict=True):
    print(f"{name:10}{kelvin:5}K{force:12}")
