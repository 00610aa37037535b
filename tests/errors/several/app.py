"""Many mistakes, all of them reported in one run."""

import os

from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


@task
class Counter:
    def increment(self, by):
        return by


def pair(path):
    one = load(path, "fast")  # one argument too many
    return one + load(path)  # an operator


def main():
    a = load("a").set_name("data")
    b = load("b").set_name("data")  # the name is there already
    both = pair("c")
    if a:  # has no value yet
        both = a
    counter = Counter()
    total = counter.incremnt(by=both)
    leaf = add(a, b).set_name(f"sum of {a}")
    print(os.path.basename(leaf))
    flow = RayWorkflow(leaf, total, workflow_name="w", ray_init_args={"num_cpu": 2})
    other = RayWorkflow(add(a, b), workflow_name="w", ray_init_args={"num_cpu": 2})
    other.query("data").set_remote_args({"num_gpus": 1.5, "max_retry": 2})
    other.query("dat").set_remote_args({"num_cpus": 1})
    other.query("*").set_remote_args({})
    print(flow.run(), other.run())


if __name__ == "__main__":
    main()
