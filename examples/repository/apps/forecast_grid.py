"""Forecasts of each region with several windows, and the window that is best for each."""

from ffc import RayWorkflow, task

from shop.sales import REGIONS, orders, worth

WINDOWS = (2, 3, 5)


@task
def history(region):
    return [worth(order) for order in orders(region, 40)]


@task
def error(values, window):
    """How far the mean of the days before is from each day, on average."""
    total = 0
    for day in range(window, len(values)):
        mean = sum(values[day - window : day]) / window
        total += abs(values[day] - mean)
    return round(total / (len(values) - window), 3)


@task
def best(errors):
    return min(errors, key=lambda window: (errors[window], window))


choices = {}
for region in REGIONS:
    values = history(region).set_name(f"history {region}")
    errors = {}
    for window in WINDOWS:
        errors[window] = error(values, window).set_name(f"error {region} {window}")
    choices[region] = best(errors).set_name(f"best {region}")


@task
def together(choices):
    return choices


flow = RayWorkflow(together(choices).set_name("together"), workflow_name="forecast grid")
flow.query("^error .*$").set_remote_args({"num_cpus": 0.5})

for region, window in flow.run().items():
    print(f"{region}: {window} days")
