from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


def main():
    print(RayWorkflow(load("a"), workflow_name="w").run())


if __name__ == "__main__":
    main()
