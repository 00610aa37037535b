"""Options of some nodes of loops: tables where names alone say what each gets."""

import os
import re

from ffc import RayWorkflow, task


@task
def survey(site, depth):
    return f"{site} at {depth}"


@task
def drill(plan, bits=1):
    return [plan] * bits


@task
class Crew:
    def __init__(self, size):
        self.log = [size]

    def move(self, place):
        self.log.append(place)
        return len(self.log)

    def report(self, *given):
        return self.log, given


def shout(text):
    return text.upper()


cpus = len(os.environ.get("CPUS_TO_USE", "x")) / 2
SITES = ["fen", "moor", "heath"]


def explore(kind, depth):
    """Called several times: the table is that of all calls."""
    cores = []
    for site in SITES:
        plan = survey(site, depth).set_name(f"{kind} plan of {site}")
        cores.append(drill(plan).set_name(f"{kind} core of {site}"))
    return cores


options = "a variable of the app's own"
first, second = explore("first", 3), explore("second", 5)

single = []
for site in SITES:
    single.append(drill(site, 2).set_name(f"single {site}"))

crew = Crew(4)
for site in SITES:
    crew.move(site).set_name(f"move to {site}")
last = crew.report(first[0], second[-1])

special = [survey(site, 2).set_name(f"{site}.special") for site in SITES]
either = [survey(site, 6).set_name(f"{site} of all") for site in SITES]
residual = [survey(site, 4).set_name(f"residual {site}") for site in SITES]

flow = RayWorkflow(
    *first,
    *second,
    *single,
    last,
    *special,
    *either,
    *residual,
    workflow_name="geology",
)
flow.query(".* core of .*").set_remote_args({"num_cpus": 0.5})
flow.query("second core of fen").set_remote_args({"num_cpus": 1, "max_retries": 2})
flow.query("single moor").set_remote_args({"num_cpus": 0.25})
flow.query("move to heath").set_remote_args({"max_task_retries": 1})
flow.query(re.escape("moor.special")).set_remote_args({"num_cpus": 0.75})
flow.query("(fen|heath) of all").set_remote_args({"num_cpus": 0.75})
flow.query("residual fen").set_remote_args({"num_cpus": cpus})
for line in flow.run():
    print(line)
print(options)

called = []
for site in os.environ.get("SITES_TO_CALL", "fen moor").split():
    called.append(survey(site, 1).set_name(shout(site)))
calling = RayWorkflow(*called, workflow_name="calls")
calling.query("FEN").set_remote_args({"num_cpus": 0.75})
print(calling.run())
