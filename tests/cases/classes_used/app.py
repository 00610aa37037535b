"""Dataclasses, enums and named tuples: made in the wiring, used by tasks."""

import enum
from collections import namedtuple
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from ffc import RayWorkflow, task


class Phase(enum.Enum):
    SOLID = "s"
    LIQUID = "l"

    @property
    def label(self):
        return self.name.lower()


@dataclass(frozen=True)
class Material:
    """What a body is made of."""

    name: str
    melts_at: float
    tags: list[str] = field(default_factory=list)

    def phase(self, temperature):
        return Phase.LIQUID if temperature > self.melts_at else Phase.SOLID


class Reading(NamedTuple):
    time: int
    temperature: float


Summary = namedtuple("Summary", "phases mean")


class NoReadings(ValueError):
    """There is nothing to summarize."""


@task
def readings(start, step, count):
    return [Reading(k, start + k * step) for k in range(count)]


@task
def summarize(series, material: Material) -> Summary:
    if not series:
        raise NoReadings(material.name)
    phases = [material.phase(reading.temperature).label for reading in series]
    return Summary(phases, sum(r.temperature for r in series) / len(series))


@task
def at(series, when: Reading, phase=Phase.SOLID):
    return series[when.time] > when, phase


gallium = Material("gallium", melts_at=29.8)
ice = replace(gallium, name="ice", melts_at=0.0, tags=["water"])
series = readings(-10, 15, 4)

flow = RayWorkflow(
    summarize(series, gallium),
    summarize(series, material=ice)[1],
    at(series, Reading(2, 19.5), phase=Phase("l"))[1],
    workflow_name="melting",
)
summary, mean, phase = flow.run()
print(summary.phases, summary.mean, mean)
print(phase.label, ice.tags, type(summary).__name__)
