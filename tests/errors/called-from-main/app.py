"""Mistakes in functions that main calls, each said once although one is called twice."""

from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


def prepare(path):
    raw = load(path)
    return add(raw, 1, 2)


def join(left, right):
    return left + right


def build():
    return join(prepare("a"), prepare("b"))


def main():
    flow = RayWorkflow(build(), workflow_name="w")
    print(flow.run())


if __name__ == "__main__":
    main()
