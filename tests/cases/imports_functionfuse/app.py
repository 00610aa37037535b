"""Estimate pi by throwing darts."""

import random

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow


@workflow
def throw(seed, darts):
    rng = random.Random(seed)
    return sum(rng.random() ** 2 + rng.random() ** 2 < 1 for _ in range(darts))


@workflow
def estimate(darts, *hits):
    return 4 * sum(hits) / (len(hits) * darts)


DARTS = 2000

left = throw(1, DARTS).set_name("left")
right = throw(2, DARTS).set_name("right")
pi = estimate(DARTS, left, right).set_name("pi")

flow = RayWorkflow(pi, workflow_name="darts", ray_init_args={"ignore_reinit_error": True})
print(f"pi is about {flow.run(return_results=True):.2f}")
