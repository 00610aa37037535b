import functionfuse as ff
import functionfuse.backends.builtin.rayback as ray_backend
from functionfuse.backends.builtin import localback

import math as maths


@ff.workflow
def roots(a, b, c):
    d = maths.sqrt(b * b - 4 * a * c)
    return (-b - d) / (2 * a), (-b + d) / (2 * a)


@ff.workflow
def spread(low, high):
    return high - low


pair = roots(1, -3, 2)
width = spread(pair[0], pair[1])

on_ray = ray_backend.RayWorkflow(width, workflow_name="on ray")
here = localback.LocalWorkflow(pair, workflow_name="here")

print(on_ray.run(return_results=True))
print(here.run())
