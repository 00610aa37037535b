"""One node used many times: twice in a call, in many calls, as a leaf, as items."""

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow


@workflow
def now():
    return 12, 30


@workflow
def add(a, b=0, *rest):
    return a + b + sum(rest)


@workflow
def both(pair, same):
    return pair == same, pair[0] + same[1]


time = now()
doubled = add(time[0], time[0])
more = add(doubled, doubled, doubled, time[1])
same = both(time, time)
deep = add(add(add(add(more, 1), 1), 1), b=add(more))

flow = RayWorkflow(time, same, deep, deep, workflow_name="shared")
print(*flow.run(return_results=True))
