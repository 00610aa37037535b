"""A workflow is run again and again until its result is good enough."""

from ffc import RayWorkflow, task

TOLERANCE = 0.01


@task
def halves(low, high):
    middle = (low + high) / 2
    return [(low, middle), (middle, high)]


@task
def change(interval):
    """Whether x**3 - 2x - 5 changes its sign there."""
    low, high = (x**3 - 2 * x - 5 for x in interval)
    return interval, low * high <= 0


@task
def chosen(one, other):
    return one[0] if one[1] else other[0]


def refined(low, high, number):
    parts = halves(low, high).set_name(f"halves {number}")
    left = change(parts[0]).set_name(f"left {number}")
    right = change(parts[1]).set_name(f"right {number}")
    flow = RayWorkflow(chosen(left, right), workflow_name=f"round {number}")
    flow.query("(left|right) .*").set_remote_args({"num_cpus": 0.5})
    return flow.run()


def main():
    low, high = 0, 4
    rounds = 0
    while high - low > TOLERANCE:
        low, high = refined(low, high, rounds)
        rounds += 1
        if rounds % 4 == 0:
            print(f"after {rounds}: {low} {high}")
    print(f"{rounds} rounds: {(low + high) / 2:.4f}")


if __name__ == "__main__":
    main()
