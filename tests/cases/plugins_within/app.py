"""Set-ups in the body of a task: all its nodes have the same."""

from ffc import InitializerPlugin, PluginCollection, RayWorkflow, task

SCALE = 1
LOG = []


def use_percent():
    global SCALE
    SCALE = 100


def begin_log():
    LOG[:] = ["begun"]


@task
def load(n):
    return [SCALE * i for i in range(n)]


# Documented, with a comment above the first statement.
@task
def documented(values, factor=2):
    """The values, scaled."""

    # the factor counts

    scaled = [factor * value for value in values]
    return scaled, SCALE


@task
def spread(
    first,  # the lowest
    last=3,
):
    # above the first statement
    return {
        "all": [SCALE * one for one in range(first, last)],
    }


@task
def several(*values):
    """Two set-ups."""
    return [*LOG, len(values)], SCALE, sum(values)


@task
def documented_only(value):
    """Does nothing."""


@task
def packed(values):
    def use(log):
        return [*log, SCALE]

    return use(LOG), sum(values)


@task
def with_environment(value):
    return value, SCALE


@task
def short(value): return value * SCALE


@task
def shorter(value): """Documented: é."""; value += SCALE; return value


@task
def behind(value):
    """With a statement behind it."""; value += SCALE
    return value


@task
def plain(value):
    return value


percent = InitializerPlugin(use_percent)
both = PluginCollection([percent, InitializerPlugin(begin_log)])

loaded = load(3).set_name("loaded")
scaled = documented(loaded)
spreads = [spread(n) for n in range(2)]
count = several(1, 2).set_name("several one")
again = several(3).set_name("several two")
one, two = plain(1), plain(2)
sums = packed([one, two])
outside = with_environment(5).set_name("outside")
nodes = [scaled[0], scaled[1], *spreads, count, again, sums, outside, short(6), shorter(7), behind(8)]
flow = RayWorkflow(*nodes, documented_only(loaded), workflow_name="within")
flow.query("loaded|documented.*|spread.*|outside|short.*|behind.*").set_plugins(percent)
flow.query("several.*|packed.*").set_plugins(both)
flow.query("outside").set_remote_args({"runtime_env": {"env_vars": {"A": "1"}}})
print(flow.run())

flow = RayWorkflow(several(4), plain(3), workflow_name="more")
flow.set_plugin("several.*", both)
print(flow.run())
drawn = RayWorkflow(load(2), workflow_name="drawn")
drawn.set_plugin("load.*", percent)
print(drawn.run())
