"""Exceptions that the wiring itself raises and catches, all of them known."""

from ffc import RayWorkflow, task

RATES = {"sgd": 0.1, "adam": 0.001}


@task
def train(method, rate):
    return f"{method} at {rate}"


def rate_of(method):
    try:
        return RATES[method]
    except KeyError:
        return 0.01


def parsed(text):
    try:
        method, steps = text.split(":")
        count = int(steps)
    except ValueError as error:
        print("skipped:", type(error).__name__)
        return None
    else:
        return method, count
    finally:
        print("read", text)


nodes = []
for text in ["sgd:2", "adam", "lion:x", "rmsprop:3"]:
    found = parsed(text)
    if found is None:
        continue
    method, count = found
    for step in range(count):
        node = train(method, round(rate_of(method) / (step + 1), 4))
        nodes.append(node.set_name(f"{method} {step}"))

flow = RayWorkflow(*nodes, workflow_name="rates")
flow.query("sgd .*").set_remote_args({"num_cpus": 0.5})
print(*flow.run(), sep="\n")
