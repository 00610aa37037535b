"""Options: kept in variables and in a function, of many kinds; the last call wins."""

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow

SMALL = {"num_cpus": 0.5}


@workflow
def simulate(seed, steps):
    for _ in range(steps):
        seed = (seed * 16807) % 2147483647
    return seed


@workflow
def best(seeds):
    return max(seeds)


@workflow
def render(value):
    return f"<{value}>"


ray_options = {
    "num_cpus": 4,
    "resources": {"disk": 1},
    "include_dashboard": False,
    "logging_level": "warning",
    "runtime_env": {"env_vars": {"OMP_NUM_THREADS": "1"}},
}

runs = [simulate(1, 10), simulate(2, 20), simulate(3, 30)]
runs[0].set_name("cold")
runs[1].set_name("warm")
runs[2].set_name("hot")
picture = render(best(runs).set_name("best")).set_name("picture")

flow = RayWorkflow(picture, workflow_name="options", ray_init_args=ray_options)
cpus = 1 + 1
flow.query("cold|warm|hot").set_remote_args(SMALL)
flow.query("hot").set_remote_args({"num_cpus": cpus, "retry_exceptions": [ValueError, OSError]})
flow.query("warm").set_remote_args({"num_cpus": 3})
flow.query("warm").set_remote_args({**SMALL, "scheduling_strategy": "SPREAD"})
flow.query("best").set_remote_args({"num_cpus": 1, "memory": 50 * 1024**2})
environment = {"env_vars": {"UNIT": "mK"}}
flow.query("picture").set_remote_args({"runtime_env": environment, "resources": {"disk": 0.5}})

print(flow.run(return_results=True))
