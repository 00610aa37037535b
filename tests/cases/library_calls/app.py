"""What libraries compute in the wiring is computed by the driver, once, in order."""

import json
import math
import random
from fractions import Fraction

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow


@workflow
def noisy(values, sigma, seed):
    rng = random.Random(seed)
    return [round(v + rng.gauss(0, sigma), 6) for v in values]


@workflow
def total(values, weight=1):
    return weight * sum(values)


rng = random.Random(3)
config = json.loads('{"sigma": 0.25, "sizes": [3, 4]}')
angles = [math.pi * k / 6 for k in range(config["sizes"][0])]
waves = list(map(math.sin, angles))

first = noisy(waves, config["sigma"], seed=rng.randrange(1000))
second = noisy(waves[::-1], math.sqrt(config["sigma"]), rng.randrange(1000))
both = total([total(first), total(second, weight=Fraction(1, 3).numerator)])
left = rng.random()

flow = RayWorkflow(first, second, both, workflow_name="noise")
a, b, c = flow.run(return_results=True)
print(a)
print(b)
print(round(c, 6), round(left, 6))
