"""Class nodes in modules, one deriving from a plain class of another module."""

from counters import Histogram, make_counters
from ffc import RayWorkflow, task


@task
def letters(word):
    return sorted(word)


counters = make_counters(["vowels", "others"])
histogram = Histogram(width=3).set_name("histogram")
for word in ["radar", "echo", "sonar"]:
    node = letters(word).set_name(word)
    counters["vowels"].add(node, "aeiou")
    last = counters["others"].add(node, skip="aeiou")
    histogram.add(node)

leaves = [counter.total() for counter in counters.values()]
flow = RayWorkflow(*leaves, last, histogram.bins(), workflow_name="letters")
flow.query("counter .*").set_remote_args({"num_cpus": 0.1})
print(*flow.run(), sep="\n")
