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
