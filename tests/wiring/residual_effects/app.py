"""Files written and lines printed in a residual loop, and between it and the run."""

import os
import shutil
import tempfile

from ffc import RayWorkflow, task

names = os.environ.get("PARTS", "head tail wing").split()
folder = tempfile.mkdtemp()


@task
def read(path):
    with open(path) as file:
        return file.read()


@task
def assembled(parts, order):
    return "".join(parts[index] for index in order)


parts = []
for index, name in enumerate(names):
    path = os.path.join(folder, name)
    print("part", index, name)
    parts.append(read(path).set_name(f"read {name}"))
    # Written after its node is made: no task runs before the run.
    with open(path, "w") as file:
        file.write(f"<{name} {index}>")

order = list(range(len(names)))[::-1]
with open(os.path.join(folder, names[0]), "a") as file:
    file.write("!")
whole = assembled(parts, order)
print("wired", len(os.listdir(folder)), "files")

flow = RayWorkflow(whole, *parts, workflow_name="assembly")
flow.query("read .*").set_remote_args({"num_cpus": 0.5})
with open(os.path.join(folder, names[-1]), "w") as file:
    file.write("<last>")
print(*flow.run(), sep="\n")
shutil.rmtree(folder)
