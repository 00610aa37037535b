"""Options by patterns that only the driver knows, for nodes with names and without."""

import os

from ffc import RayWorkflow, task


@task
def align(sample, genome):
    return f"{sample}@{genome}"


@task
def call(alignment, depth=10):
    return f"{alignment}~{depth}"


@task
def compare(calls):
    return " | ".join(calls)


@task
class Counter:
    def __init__(self, start):
        self.count = start

    def step(self, text):
        self.count += 1
        return f"{self.count}: {text}"


samples = os.environ.get("SAMPLES_OF_THE_STUDY", "wt-1 wt-2 ko-1").split()
chosen = os.environ.get("CHOSEN_NODES")

calls = []
for sample in samples:
    alignment = align(sample, "hg38").set_name(f"align {sample}")
    calls.append(call(alignment, depth=10 * len(calls)).set_name(f"call {sample}"))
control = call("control").set_name("call control")
for depth in (1, 2):
    calls.append(call(control, depth).set_name(f"control {depth}"))
counter = Counter(1).set_name("counter")
counted = counter.step(compare([*calls, control])).set_name("last step")

flow = RayWorkflow(counted, workflow_name="calls")
flow.query("align .*").set_remote_args({"num_cpus": 0.5})
flow.query("call .*").set_remote_args({"num_cpus": 0.25})
flow.query(f"call {samples[0]}|count.*").set_remote_args({"num_cpus": 0.75})
flow.query("align nobody.*|call .*2").set_remote_args({"num_cpus": 1})
cpus = len(samples) / 8
flow.query("align wt.*").set_remote_args({"num_cpus": cpus})

few = RayWorkflow(compare("one").set_name("few"), compare("two"), workflow_name="few")
few.query(chosen).set_remote_args({"num_cpus": 0.5})
print(flow.run(), *few.run())
