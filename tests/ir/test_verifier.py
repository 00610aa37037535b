"""The verifier lets through what staging makes, and nothing that is broken."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ffc.ir import Create, NodeSeeds, Plain, Program, Ref, RefUse, join
from ffc.ir.verifier import InvalidProgram, verify
from ffc.passes import run_passes

from .programs import staged

WIRING = """
counter = Counter(load("a")[1])
counter.add(1)
flow = RayWorkflow(counter.add(2), workflow_name="w")
print(flow.run())
"""


def test_what_staging_makes() -> None:
    verify(staged(WIRING))


def test_a_node_that_takes_a_later_one() -> None:
    program = staged(WIRING)
    swapped = replace(program, nodes=(program.nodes[1], *program.nodes[1:]))
    with pytest.raises(InvalidProgram, match="node 1 is at 0"):
        verify(swapped)


def test_a_node_that_is_made_twice() -> None:
    program = staged(WIRING)
    with pytest.raises(InvalidProgram, match="made twice"):
        verify(replace(program, statements=(_first(program), *program.statements)))


def test_a_node_that_is_not_there() -> None:
    program = staged(WIRING)
    with pytest.raises(InvalidProgram, match="not there"):
        verify(replace(program, nodes=program.nodes[:-1]))


def test_a_node_that_is_submitted_and_not_made() -> None:
    program = run_passes(staged(WIRING))
    first = _first(program)
    other = next(s for s in program.statements if isinstance(s, Plain))
    without = tuple(other if s is first else s for s in program.statements)
    with pytest.raises(InvalidProgram, match="submits node 0, which nothing makes"):
        verify(replace(program, statements=without))


def _first(program: Program) -> Create:
    """The statement that makes the first node."""
    return next(s for s in program.statements if isinstance(s, Create))


def test_code_that_holds_a_node() -> None:
    program = staged(WIRING)
    statements = tuple(
        replace(s, code=join(RefUse(Ref(0)))) if isinstance(s, Plain) else s
        for s in program.statements
    )
    with pytest.raises(InvalidProgram, match="holds a node"):
        verify(replace(program, statements=statements))


def test_a_submission_before_what_it_takes() -> None:
    program = run_passes(staged(WIRING))
    (schedule,) = program.schedules
    turned = replace(schedule, submissions=schedule.submissions[::-1])
    with pytest.raises(InvalidProgram, match="before what it takes"):
        verify(replace(program, schedules=(turned,)))


def test_what_a_pass_breaks() -> None:
    """What a pass makes is looked at, beside all that it leaves as it was."""
    program = run_passes(staged(WIRING))
    (schedule,) = program.schedules
    turned = replace(schedule, submissions=schedule.submissions[::-1])
    verify(replace(program), program)
    for broken in (
        replace(program, nodes=(program.nodes[1], *program.nodes[1:])),
        replace(program, statements=(_first(program), *program.statements)),
        replace(program, schedules=(turned,)),
    ):
        with pytest.raises(InvalidProgram):
            verify(broken, program)


PLUGINS = """
from ffc import RandomStatePlugin
flow = RayWorkflow(load("a"), load("b"), workflow_name="w")
flow.query().set_plugins(RandomStatePlugin(3, 5, 5, print))
flow.run()
"""


def test_a_plugin_of_a_node_that_nothing_makes() -> None:
    program = staged(PLUGINS)
    others = tuple(s for s in program.statements if s != Create(1))
    nodes = program.nodes[:1]
    flows = (replace(program.flows[0], leaves=(Ref(0),), held=(0,), taken=(0,)),)
    with pytest.raises(InvalidProgram, match="a plugin to a node that nothing makes"):
        verify(replace(program, statements=others, nodes=nodes, flows=flows))


def test_seeds_that_differ_in_number() -> None:
    program = staged(PLUGINS)
    wrong = replace(program.nodes[0], seeds=(NodeSeeds(0, ((4,), (4, 5))),))
    with pytest.raises(InvalidProgram, match="more seeds than others"):
        verify(replace(program, nodes=(wrong, program.nodes[1])))
