"""Functions that make nodes, called several times or in a loop: they stay functions."""

from ffc import RayWorkflow, task

DEPTHS = {"flat": 1, "deep": 3}


@task
def load(kind, size):
    return [len(kind) + n for n in range(size)]


@task
def halves(values):
    middle = len(values) // 2
    return values[:middle], values[middle:]


@task
def fit(values, depth, rate=1):
    return sum(values) * depth * rate


@task
def report(title, *scores):
    return f"{title}: {scores}"


@task
class Log:
    """Keeps lines."""

    def __init__(self, title):
        self.lines = [title]

    def add(self, line):
        self.lines.append(line)

    def text(self):
        return "; ".join(map(str, self.lines))


def pair(values, rate):
    """Two models, of which the second learns from the first."""
    first = fit(values, 1, rate=rate)
    second = fit(values, 2, rate=rate)
    both = report("pair", first, second)
    return both, second


def study(kind, size=4):
    """Everything about one kind."""
    data = load(kind, size).set_name(f"{kind} data")
    parts = halves(data).set_name(f"halves of {kind}s")

    # The log sees what comes from all depths.
    log = Log(f"log of {kind}")
    log.add(parts[1])
    for name, depth in DEPTHS.items():
        log.add(fit(parts[0], depth).set_name(f"{kind} {name} {size}"))
    both, last = pair(parts[1], rate=size)
    return report(kind, both, last, log.text()).set_name(f"{kind} report")


def grid(kinds):
    made = []
    for kind in kinds:
        data = load(kind, 2)
        scores = [fit(data, depth) for depth in (1, 2)]
        made.append(report(f"{kind} grid", *scores))
    return made


def run(*leaves):
    for line in RayWorkflow(*leaves, workflow_name="functions").run(return_results=True):
        print(line)


moons = study("moon")
circles = study("circle", size=6)
lines = study("line", 2)
run(moons, circles, lines)

others = []
for kind in ["dot", "square"]:
    others.append(study(kind))
run(*others)

both, second = pair(load("alone", 3), 5)
run(both, second)

many = [*grid(["a", "b"]), *grid(["c", "d"])]
run(*many)
