"""Forecasts the demand of each store with an ensemble of models, and keeps what it computed."""

import random
from statistics import mean

from ffc import (
    InitializerPlugin,
    PluginCollection,
    RandomStatePlugin,
    RayWorkflow,
    storage_factory,
    task,
)

WEEKS = 52
STORES = ["north", "south", "harbor"]
MEMBERS = 4

SCALE = 1.0


def use_hundreds():
    """Sales are counted in hundreds."""
    global SCALE
    SCALE = 100.0


@task
def history(store, weeks=WEEKS):
    """The sales of a store, week by week."""
    base = 20 + 5 * len(store)
    return [base + 3 * (week % 4) + 0.1 * week for week in range(weeks)]


@task
def train(sales, epochs):
    """The level and the trend that fit a random half of the history best."""
    sample = random.sample(range(len(sales)), len(sales) // 2)
    level = mean(sales[week] for week in sample)
    trend = 0.0
    for _ in range(epochs):
        week = random.choice(sample)
        trend += 0.001 * (sales[week] - level - trend * week)
    return {"level": level, "trend": trend}


@task
def forecast(model, horizon):
    return [SCALE * (model["level"] + model["trend"] * week) for week in range(horizon)]


@task
def combine(*forecasts):
    """The mean of the members, week by week, and how far they lie apart."""
    means = [mean(week) for week in zip(*forecasts, strict=True)]
    spread = max(max(week) - min(week) for week in zip(*forecasts, strict=True))
    return means, spread


@task
def plan(stores, demands):
    return {store: round(sum(demand)) for store, demand in zip(stores, demands, strict=True)}


demands = []
for store in STORES:
    sales = history(store).set_name(f"history {store}")
    members = []
    for member in range(MEMBERS):
        model = train(sales, epochs=200).set_name(f"model {store} {member}")
        members.append(forecast(model, horizon=8).set_name(f"forecast {store} {member}"))
    combined = combine(*members).set_name(f"combined {store}")
    demands.append(combined[0])

total = plan(STORES, demands).set_name("plan")

storage = storage_factory({"kind": "file", "options": {"path": "/data/forecasts"}})
flow = RayWorkflow(total, workflow_name="forecast")
flow.set_storage(storage)

seeds = RandomStatePlugin(min=1, max=1000, seed=7, seed_func=random.seed)
flow.query("model .*").set_plugins(PluginCollection([InitializerPlugin(use_hundreds), seeds]))
flow.query("forecast .*").set_plugins(InitializerPlugin(use_hundreds))
flow.query("model .*").set_remote_args({"num_cpus": 2})
print(flow.run())
