"""Variables named like tasks, like what drivers use, like each other."""

import os as ray

from ffc import RayWorkflow, task


@task
def data(size):
    return list(range(size))


@task
def main(values, address):
    return f"{address}: {values}"


@task
def parser(text):
    return text.split(": ")


def argparse(argv):
    return f"<{argv}>"


data = data(3)
main = main(data, address="local")
address = "an address"
os = ray.path.join("a", "b")
sys = argparse(os)
in_flight = parser(main)
options = {"num_cpus": 1}
item = in_flight[1]
results = RayWorkflow(item, data, workflow_name="results")
results.query("main.*").set_remote_args(options)
pack = results.run(max_pending_tasks=3)
wait_for, finished = pack
print(wait_for, finished, address, os, sys, options)
