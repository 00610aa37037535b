"""The report of each night: what each region has sold, and all of them together."""

from ffc import RayWorkflow, task

from shop.sales import REGIONS, orders, worth

DAYS = 30


@task
def load(region, days):
    return orders(region, days)


@task
def total(found):
    return sum(worth(order) for order in found)


@task
def report(totals):
    lines = [f"{region}: {value}" for region, value in totals.items()]
    return [*lines, f"all: {sum(totals.values())}"]


totals = {}
for region in REGIONS:
    found = load(region, DAYS).set_name(f"load {region}")
    totals[region] = total(found).set_name(f"total {region}")

flow = RayWorkflow(report(totals).set_name("report"), workflow_name="nightly report")
flow.query("^load .*$").set_remote_args({"num_cpus": 0.5, "max_retries": 3})

print("\n".join(flow.run()))
