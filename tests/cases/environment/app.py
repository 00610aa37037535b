"""Values from the environment stay code: the driver reads them when it runs."""

import os

from ffc import RayWorkflow, task

SIZE = int(os.environ.get("SAMPLE_SIZE", "5"))
scratch = os.getenv("SAMPLE_SCRATCH", "/tmp/none")


@task
def sample(size, seed=0):
    return [(seed + k) * SIZE % 7 for k in range(size)]


@task
def label(values, where, prefix):
    return f"{prefix}{where}: {values}"


values = sample(SIZE, seed=len(scratch))
text = label(values, scratch, prefix=os.environ.get("SAMPLE_PREFIX", "") + "> ")
text.set_name(f"label {os.environ.get('SAMPLE_NAME', 'plain')}")

limit = int(os.environ.get("SAMPLE_LIMIT", 2))
cpus = float(os.environ.get("SAMPLE_CPUS", 0.5))
flow = RayWorkflow(text, workflow_name="environment")
flow.query().set_remote_args({"num_cpus": cpus, "max_retries": int(cpus) + 1})
print(flow.run(max_pending_tasks=limit))
