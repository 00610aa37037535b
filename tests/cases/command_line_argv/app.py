# arguments: 7 seven
import sys

from ffc import RayWorkflow, task


@task
def fibonacci(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


def main(argv):
    """Takes a number and what to call it."""
    number, name = int(argv[1]), argv[-1]
    flow = RayWorkflow(fibonacci(number), workflow_name="fibonacci")
    print(f"{name}: {flow.run()}", len(argv))


if __name__ == "__main__":
    main(sys.argv)
