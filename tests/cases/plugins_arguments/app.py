"""Nodes with plugins: items, arguments with nodes inside, few tasks, environments."""
# arguments: 2

import os
import random
import sys
from functools import partial

from ffc import InitializerPlugin, PluginCollection, RandomStatePlugin, RayWorkflow, task

MODE = "plain"


def set_mode(mode, *, loud=False):
    global MODE
    MODE = mode.upper() if loud else mode


@task
def split(seed, parts=2):
    return random.randint(0, 9), random.randint(10, 99)


@task
def table(rows, **names):
    return {"rows": [random.randint(0, row) for row in rows], "mode": MODE, **names}


@task
def show(*given, sep=" "):
    kind = os.environ.get("KIND", "!")  # which only Ray's workers have
    return MODE + sep + sep.join(map(str, given)) + "!" * len(kind)


@task
def nothing():
    return "nothing"


environment = {"env_vars": {"KIND": "?"}}
pair = split(3).set_name("pair")
whole = split(seed=4, parts=3).set_name("whole")
tables = [table([pair[0], whole[1]], sep=whole[0]).set_name("table")]
tables.append(table(rows=[pair[1]]).set_name("table 2"))
shown = show(*tables, whole[0], {"pair": [pair[1]]}, sep="|").set_name("shown")
loud = show(tables[0]["mode"], tables[1]["rows"]).set_name("loud")
more = [show(n).set_name(f"more {n}") for n in ("a", "b", "c")]
flow = RayWorkflow(shown, loud, whole, *more, nothing(), workflow_name="arguments")
seeds = RandomStatePlugin(1, 4, int(sys.argv[1]), random.seed)
flow.query("pair|whole|table").set_plugins(seeds)
flow.query("table 2").set_plugins(PluginCollection([seeds, InitializerPlugin(partial(set_mode, "2"))]))
flow.query("shown").set_plugins(InitializerPlugin(lambda: set_mode("shown", loud=True)))
flow.query("shown").set_remote_args({"runtime_env": {"env_vars": {"KIND": "!"}}, "num_cpus": 1})
flow.query("loud").set_plugins(InitializerPlugin(partial(set_mode, "loud", loud=True)))
flow.query("loud").set_remote_args({"runtime_env": environment})
flow.query("more .*").set_plugins(InitializerPlugin(partial(set_mode, "more")))
flow.query("more b").set_remote_args({"runtime_env": {"env_vars": {"KIND": "."}}})
flow.query("nothing.*").set_plugin(PluginCollection([]))
print(flow.run(max_pending_tasks=2))
