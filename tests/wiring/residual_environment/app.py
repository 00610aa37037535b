"""A list from the environment; nodes kept by name in a dict, and taken by name."""

import os

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow

os.environ.setdefault("STATIONS", "oslo,bergen,tromso")
STATIONS = os.environ["STATIONS"].split(",")
HOURS = int(os.environ.get("HOURS", "6"))


@workflow
def wind(station, hours):
    return [(len(station) * hour + ord(station[0])) % 13 for hour in range(hours)]


@workflow
def gust(values, station):
    return f"{station} {max(values)}"


@workflow
def compare(one, other):
    return sum(one) - sum(other)


winds = {}
gusts = {}
for station in STATIONS:
    winds[station] = wind(station, HOURS).set_name(f"wind {station}")
    gusts[station] = gust(winds[station], station).set_name(f"gust {station}")

home = os.environ.get("HOME_STATION", "bergen")
difference = compare(winds[home], winds["oslo"]).set_name("difference")

flow = RayWorkflow(difference, *gusts.values(), workflow_name="winds")
flow.query("wind .*").set_remote_args({"num_cpus": 0.5})
flow.query("difference").set_remote_args({"max_retries": 1})
result, *texts = flow.run(return_results=True)
print(result)
for station, text in zip(gusts, texts, strict=True):
    print(f"{station:8}{text}")
