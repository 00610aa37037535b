"""`LocalWorkflow` is a workflow like the others: its driver runs on Ray too."""

from functionfuse import workflow
from functionfuse.backends.builtin.localback import LocalWorkflow


@workflow
def parse(text):
    return [int(part) for part in text.split()]


@workflow
def median(numbers):
    ordered = sorted(numbers)
    return ordered[len(ordered) // 2]


numbers = parse("3 1 4 1 5 9 2 6 5")
middle = median(numbers)
local_workflow = LocalWorkflow(middle, numbers, workflow_name="median")
local_workflow.query("median.*").set_remote_args({"num_cpus": 1})
value, everything = local_workflow.run()
print(value, "of", everything)
