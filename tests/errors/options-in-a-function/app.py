"""Wrong options that come from a function and a module constant."""

from ffc import RayWorkflow, task

LARGE = {"num_gpus": 1.5, "memory": 1e9}


@task
def load(path):
    return [path]


def configure(flow, pattern, options):
    flow.query(pattern).set_remote_args(options)


def main():
    flow = RayWorkflow(load("a").set_name("big"), workflow_name="w")
    configure(flow, "big", LARGE)
    configure(flow, "bg", {"num_cpus": 1, "max_restart": 1})
    print(flow.run())


if __name__ == "__main__":
    main()
