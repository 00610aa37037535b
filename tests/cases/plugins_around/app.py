"""Set-ups that cannot stand in the task, or are not those of all its nodes."""
# warns: FFC406, as `rebinds` changes what it uses
# warns: FFC406, as `use_limit` does

from functools import wraps

from ffc import InitializerPlugin, PluginCollection, RandomStatePlugin, RayWorkflow, task

SCALE = 1
LIMIT = 1


def use_percent():
    global SCALE
    SCALE = 100


def use_limit():
    global LIMIT
    LIMIT = 5


def tripled(function):
    @wraps(function)
    def call(*args):
        return 3 * function(*args)

    return call


@task
def some(value):
    return value


@task
def two_kinds(value):
    return value, max(SCALE, 100)


@task
def hides(use_percent):
    return use_percent * SCALE


@task
def hides_inside(value):
    for use_percent in [value, SCALE]:
        value += use_percent
    return value


@task
def rebinds(value):
    global use_limit
    use_limit = None
    return value, LIMIT


@task
@tripled
def decorated(value):
    return value * SCALE


@task
def picked(value):
    return {"one": [value, SCALE], "other": value}


@task
def counted(n):
    return 1 + counted(n - 1) if n else SCALE


@task
def drawn(value):
    return value, SCALE


def seeded(seed):
    use_percent()


percent, limit = InitializerPlugin(use_percent), InitializerPlugin(use_limit)

with_it, without = some(1).set_name("with"), some(2).set_name("without")
kinds = [two_kinds(n).set_name(f"kind {n}") for n in range(2)]
others = [hides(2), hides_inside(3), rebinds(4), decorated(5)]
flow = RayWorkflow(
    with_it,
    without,
    *kinds,
    picked(8)["one"],
    *others,
    counted(0),
    drawn(9),
    workflow_name="around",
)
flow.query("with|hides.*|decorated.*|counted.*|picked.*").set_plugins(percent)
flow.query("kind 0").set_plugins(percent)
flow.query("kind 1").set_plugins(PluginCollection([limit, percent]))
flow.query("rebinds.*").set_plugins(limit)
flow.query("drawn.*").set_plugins(PluginCollection([RandomStatePlugin(1, 2, 1, seeded), percent]))
print(flow.run())
