"""Tasks that fail in runs whose results nobody fetches, and few nodes take."""

import json

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow

YES, NO = json.loads("[true, false]")
STEPS = json.loads("[1, 2, 3]")


@workflow
def add(total, number, limit=9):
    if total + number > limit:
        raise ValueError(f"{total} + {number} > {limit}")
    return total + number


@workflow
def summed(*values):
    return sum(values)


def run(name, leaves):
    try:
        RayWorkflow(*leaves, workflow_name=name).run()
        print(name, "is fine")
    except ValueError:
        print(name, "has failed")


def in_a_branch():
    total = add(9, 1)
    if NO:
        add(total, 1)
    run("a branch", [total])


def in_both_branches():
    total = add(9, 1)
    report = summed(4, 5)
    if NO:
        last = add(total, 1)
    else:
        last = add(total, 2)
    run("both branches", [last, report, total])


def carried():
    total = 0
    for step in STEPS:
        total = add(total, step, limit=5)
    run("a loop", [total])


def carried_in_turn():
    first = second = add(0, 0)
    for step in STEPS:
        first, second = add(second, step, limit=7), add(first, step * 2, limit=7)
    run("two in turn", [first, second])


def collected():
    totals = []
    for step in STEPS:
        total = add(step, 7)
        totals.append(total)
    last = add(total, 1, limit=99)
    run("the last of several", [*totals, last])


def all_taken():
    totals = [add(step, 7) for step in STEPS]
    for total in totals:
        add(total, 1)
    run("each of several", totals)


def left_early():
    for step in STEPS:
        total = add(step, 8)
        if step < 3:
            continue
        add(total, 1)
        break
    run("left early", [total])


in_a_branch()
in_both_branches()
carried()
carried_in_turn()
collected()
all_taken()
left_early()
