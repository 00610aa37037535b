"""Random walks; `main` takes what to do."""

import random
import sys

from ffc import RayWorkflow, workflow


@workflow
def walk(seed, steps):
    rng = random.Random(seed)
    return sum(rng.choice((-1, 1)) for _ in range(steps))


@workflow
def mean(values):
    return sum(values) / len(values)


def main(steps, seed=0, *, name="walks"):
    ends = [walk(seed, steps), walk(seed + 1, steps)]
    middle = mean(ends).set_name(f"{name}-mean")

    flow = RayWorkflow(middle, workflow_name=name)
    flow.query(f"{name}-.*").set_remote_args({"num_cpus": 1})
    print(steps, name, flow.run())


if __name__ == "__main__":
    main(100)
    main(steps=200, seed=7, name="long")
    sys.stdout.flush()
