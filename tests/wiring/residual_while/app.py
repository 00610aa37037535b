"""A while loop that reads a file part by part, and makes a node of each part."""

import os
import tempfile

from ffc import RayWorkflow, task

SIZE = 10


@task
def digest(text, number):
    value = number
    for letter in text:
        value = (value * 31 + ord(letter)) % 9973
    return value


@task
def chained(before, value):
    return before * 7 % 9973 + value


path = os.path.join(tempfile.mkdtemp(), "verse.txt")
with open(path, "w") as file:
    file.write("so much depends upon a red wheel barrow")

digests = []
whole = digest("", 1).set_name("start")
with open(path) as file:
    while part := file.read(SIZE):
        node = digest(part, len(digests)).set_name(f"part {len(digests)}")
        digests.append(node)
        whole = chained(whole, node)

left = os.path.getsize(path)
while left > SIZE:
    left -= SIZE
    if left % 2:
        whole = chained(whole, left).set_name(f"left {left}")

flow = RayWorkflow(whole, *digests, workflow_name="digest")
flow.query("part .*").set_remote_args({"num_cpus": 0.5})
print(len(digests), "parts,", left, "left")
print(flow.run())
os.remove(path)
os.rmdir(os.path.dirname(path))
