"""Runs by itself, too."""

from ffc import RayWorkflow, task

SIZES = [2, 5]


@task
def measure(size):
    return size**3


def main(sizes=SIZES):
    nodes = [measure(size).set_name(f"script {size}") for size in sizes]
    print("script:", RayWorkflow(*nodes, workflow_name="script").run())


if __name__ == "__main__":
    print("this module is not the app")
    SIZES = SIZES * 100
    main()
