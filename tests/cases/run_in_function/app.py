"""A function that makes a workflow, runs it and returns the result."""

from ffc import RayWorkflow, task


@task
def bisect(low, high, steps):
    """A root of x**3 - x - 2."""
    for _ in range(steps):
        middle = (low + high) / 2
        if middle**3 - middle - 2 > 0:
            high = middle
        else:
            low = middle
    return low, high


@task
def centre(low, high):
    return (low + high) / 2


def root(steps):
    bracket = bisect(1, 2, steps)
    flow = RayWorkflow(centre(bracket[0], bracket[1]), workflow_name=f"root in {steps} steps")
    return flow.run(return_results=True)


def main():
    rough = root(4)
    fine = root(30)
    print(f"rough {rough:.3f}, fine {fine:.6f}")
    print("better" if abs(fine**3 - fine - 2) < abs(rough**3 - rough - 2) else "worse")


if __name__ == "__main__":
    main()
