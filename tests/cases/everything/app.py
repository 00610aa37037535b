"""A night at the telescope: everything of one app in one app.

It says "hello" first.
"""

# arguments: --stars 6 --note cloudy

import argparse
import json
import os
import random
import tempfile
from dataclasses import dataclass

import functionfuse as ff
from ffc import LocalWorkflow, task as node
from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow

# Magnitudes fainter than this are noise.
FAINTEST = 6.0
UNUSED = object()

BANDS = {"blue": 0.44, "red": 0.64}  # micrometres


@dataclass
class Star:
    name: str
    magnitude: float


def rounded(value, digits=2):
    return round(value, digits)


@workflow
def observe(seed, count, *, band="blue"):
    """Magnitudes, and the seeing."""
    rng = random.Random(seed)
    stars = [Star(f"{band}-{k}", rounded(rng.uniform(1, 8))) for k in range(count)]
    return stars, rounded(rng.random())


@ff.task
def visible(stars):
    # The others are noise.
    return [star for star in stars if star.magnitude < FAINTEST]


@node
def colour(blue, red, bands=None):
    shift = sum((bands or {}).values())
    return {"index": rounded(len(blue) - len(red) + shift), "count": len(blue) + len(red)}


@workflow
class Journal:
    def __init__(self, night, first=None):
        self.night = night
        self.lines = [] if first is None else [f"calibration {first}"]

    def write(self, text, values=()):
        self.lines.append(f"{text} {list(values)}")
        return len(self.lines)

    def close(self):
        return self.night, self.lines


@workflow
def read_plan(path):
    with open(path) as file:
        return json.load(file)


@workflow
def report(night, lines, plan, *extra, **named):
    body = "\n".join(f"  {line}" for line in lines)
    return f"night {night} ({plan['target']})\n{body}\n{extra} {sorted(named.items())}"


def night(seed, stars, band):
    """Observes in one band: what is visible, and the seeing."""
    result = observe(seed, stars, band=band).set_name(f"{band} night {seed}")
    found, seeing = result[0], result[-1]
    return visible(found), seeing


def compare(seeds, stars):
    nodes = {}
    blue_seed, red_seed = seeds
    nodes["blue"] = night(blue_seed, stars, "blue")
    nodes["red"] = night(red_seed, stars, band="red")
    (blue, seeing), (red, _) = nodes.values()
    index = colour(blue, red, bands={"seeing": seeing})
    return index, [blue, red]


def calibrate():
    dark = observe(99, 3)
    flow = LocalWorkflow(dark[1], workflow_name="calibration")
    return flow.run()


def main(night_number=1):
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stars", type=int, default=4)
    parser.add_argument("--note", default="clear")
    args = parser.parse_args()
    print("hello,", args.note)

    calibration = calibrate()
    print(f"calibrated: {calibration}")

    plan_file = os.path.join(tempfile.gettempdir(), f"plan-{os.getpid()}.json")
    plan = read_plan(plan_file)

    first, second = 1, 2
    first, second = second, first
    index, seen = compare((first, second), args.stars)

    journal = Journal(night_number, first=calibration).set_name("journal")
    journal.write("seen", seen)
    journal.write("index", values=[index["index"], index["count"]])
    closed = journal.close()

    text = report(closed[0], closed[1], plan, index["count"], "end", note=args.note)
    text.set_name("report")

    flow = RayWorkflow(
        text,
        index["index"],
        seen[-1],
        workflow_name="night",
        ray_init_args={"num_cpus": 4, "resources": {"disk": 2}, "ignore_reinit_error": True},
    )
    flow.query("visible.*|report").set_remote_args({"max_retries": 1})
    flow.query(".* night .*").set_remote_args({"num_cpus": 1})
    flow.query("red.*").set_remote_args({"resources": {"disk": 0.5}})
    flow.query("journal").set_remote_args({"num_cpus": 0.5})
    flow.query("Journal.*").set_remote_args({})
    print(len(flow.find_nodes()), "nodes,", text.get_name(), "last")

    # The plan, at last.
    with open(plan_file, "w") as file:
        json.dump({"target": 'M "31"'}, file)
    result, value, red = flow.run(return_results=True, max_pending_tasks=3)
    os.remove(plan_file)
    print(result)

    for star in sorted(red, key=lambda star: star.name):
        print(f"{star.name}: {star.magnitude}")

    again = RayWorkflow(colour(red, [], bands=BANDS)["index"], workflow_name="again")
    print("index", value, again.run(return_results=True))


if __name__ == "__main__":
    main()
