"""Several nodes in each pass, which use each other and one from outside."""

from ffc import RayWorkflow, task

PROTEINS = [
    ("insulin", "MALWMRLLPL", 3),
    ("albumin", "MKWVTFISLL", 2),
    ("actin", "MDDDIAALVV", 4),
    ("keratin", "MSRQFSSRSG", 3),
    ("ubiquitin", "MQIFVKTLTG", 5),
]


@task
def scale():
    return {"A": 1.8, "L": 3.8, "V": 4.2, "I": 4.5, "M": 1.9, "F": 2.8, "W": -0.9}


@task
def windows(sequence, size):
    return [sequence[k : k + size] for k in range(0, len(sequence) - size + 1, size)]


@task
def score(parts, table):
    return [round(sum(table.get(x, -1) for x in part), 1) for part in parts]


@task
def best(parts, scores):
    return max(zip(scores, parts, strict=True))


@task
def report(name, found, parts):
    return f"{name}: {found[1]} {found[0]} of {len(parts)}"


table = scale().set_name("scale")
reports = []
for name, sequence, size in PROTEINS:
    parts = windows(sequence, size).set_name(f"{name} windows")
    scores = score(parts, table).set_name(f"{name} scores")
    found = best(parts, scores).set_name(f"{name} best")
    reports.append(report(name, found, parts).set_name(f"{name} report"))

flow = RayWorkflow(*reports, workflow_name="proteins")
flow.query(".* scores").set_remote_args({"num_cpus": 0.5})
flow.query("(insulin|actin) .*").set_remote_args({"max_retries": 1})
print(*flow.run(), sep="\n")
