"""The text of programs, staged and planned."""

from __future__ import annotations

from ffc.ir.printer import show
from ffc.passes import run_passes

from .programs import staged

WIRING = """
sep = "-"
pair = load("a").set_name("pair")
whole = join(pair[0], pair[1], sep=sep)
print("ready")
flow = RayWorkflow(whole, workflow_name="w")
flow.query("pair").set_remote_args({"num_cpus": 1})
print(flow.run())
"""


def test_staged() -> None:
    assert show(staged(WIRING)) == (
        'sep = "-"  [none]\n'
        '%0 = load("a") as pair\n'
        '%0 named "pair"\n'
        "%1 = join(%0[0], %0[1], sep=sep) as whole\n"
        'print("ready")  [observable]\n'
        "open 'w': %1\n"
        "query 'pair' of 'w': %0\n"
        "%0 with num_cpus=1\n"
        "run 0 of 'w'\n"
        "print(<RunUse(run=0)>)  [observable]\n"
    )


def test_planned() -> None:
    planned = show(run_passes(staged(WIRING)))
    assert planned.endswith(
        "schedule 0, waits for %1:\n"
        "  %0 behind 1 returns native 0 1 name='pair' num_cpus=1\n"
        "  %1 behind 3 returns whole None\n"
    )


PLUGINS = """
one, two = load("a").set_name("one"), load("b").set_name("two")
flow = RayWorkflow(one, two, workflow_name="w")
flow.query("two").set_plugins(PluginCollection([InitializerPlugin(print), InitializerPlugin(len)]))
flow.set_plugin("one", RandomStatePlugin(3, 5, 5, print))
flow.run()
flow.run()
"""


def test_plugins() -> None:
    names = "from ffc import InitializerPlugin, PluginCollection, RandomStatePlugin\n"
    program = staged(names + PLUGINS)
    assert "%1 after print(), len()\n" in show(program)
    planned = show(run_passes(program))
    runs = planned.partition("schedule 0")[2].split("schedule 1")
    for run, seed in zip(runs, (3, 4), strict=True):
        assert f"  %0 behind 0 returns whole None name='one' after print({seed})\n" in run
        assert "  %1 behind 2 returns whole None name='two' after print(), len()\n" in run
