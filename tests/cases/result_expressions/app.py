"""Results inside expressions of all kinds, and as arguments of later nodes."""

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow


@workflow
def census(*towns):
    return {town: len(town) * 100 for town in towns}


@workflow
def grow(people, rate):
    return {town: round(count * rate) for town, count in people.items()}


@workflow
def pick(people, town, default=0):
    return people.get(town, default)


people = census("Rome", "Kyiv", "Lagos")
flow = RayWorkflow(people, workflow_name="census")
print(flow.run(return_results=True)["Rome"] + 1)
print(f"{len(flow.run(return_results=True))} towns")
counts = sorted(flow.run(return_results=True).values(), reverse=True)

found = flow.run(return_results=True)
largest = max(found, key=found.get)
later = grow(found, 1 + counts[0] / 1000)
two = RayWorkflow(later, pick(later, largest), workflow_name="growth")
grown, largest_count = two.run(return_results=True)
print(largest, largest_count, grown if grown != found else "same")

total = 0
total += RayWorkflow(pick(found, "Kyiv"), workflow_name="kyiv").run(return_results=True)
total -= -RayWorkflow(pick(grown, "Oslo", default=found["Rome"]), workflow_name="oslo").run(True)
everything = {"found": found, "more": [grown, (largest_count,)], "total": total}
print(everything["total"], list(everything["more"][0]))
both = [RayWorkflow(pick(found, "Rome"), workflow_name="rome").run(True), total]
print(both, RayWorkflow(later["Rome"], workflow_name="later").run(True) > both[0])
