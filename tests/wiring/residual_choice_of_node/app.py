"""The driver is told which of several nodes is used: by key, by index, by a slice."""



import argparse

from ffc import RayWorkflow, task


@task
def load(size):
    return [(k * 7) % 5 for k in range(size)]


@task
def clean(values):
    return [value for value in values if value]


@task
def train(values, order):
    return round(sum(values) ** (1 / order), 3)


@task
def report(data, model, models):
    return f"{data}: {model} of {models}"


parser = argparse.ArgumentParser()
parser.add_argument("--data", choices=["raw", "clean"], default="raw")
parser.add_argument("--index", type=int, default=1)
parser.add_argument("--last", type=int, default=1)
args = parser.parse_args()

raw = load(9).set_name("raw")
datasets = {"raw": raw, "clean": clean(raw).set_name("clean")}
chosen = datasets[args.data]
models = [train(chosen, order).set_name(f"order {order}") for order in (1, 2, 3)]

text = report(args.data, models[args.index], models[-args.last :])
flow = RayWorkflow(text, chosen, workflow_name="models")
flow.query("order .*").set_remote_args({"num_cpus": 0.5})
print(*flow.run(), sep="\n")
