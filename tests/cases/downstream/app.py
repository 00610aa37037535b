"""Nodes that no leaf needs run too: here they write to a folder."""

import os
import shutil
import tempfile

from ffc import RayWorkflow, task


@task
def spectrum(lines):
    return sorted(lines)


@task
def strongest(lines):
    return lines[-1]


@task
def save(folder, name, value):
    with open(os.path.join(folder, name), "w") as file:
        file.write(str(value))
    return name


@task
class Index:
    def __init__(self, folder, first):
        self.path = os.path.join(folder, "index")
        self.names = [first]

    def add(self, name):
        self.names.append(name)

    def close(self):
        with open(self.path, "w") as file:
            file.write("\n".join(self.names))


folder = tempfile.mkdtemp()

lines = spectrum([656.3, 486.1, 434.0])
top = strongest(lines)
saved = save(folder, "lines", lines)  # no leaf needs it
save(folder, "top", top)
index = Index(folder, saved)
index.add(saved)
index.close()

flow = RayWorkflow(top, workflow_name="hydrogen")
print(len(flow.find_nodes()))
print(flow.run())

for name in sorted(os.listdir(folder)):
    with open(os.path.join(folder, name)) as file:
        print(f"{name}: {file.read()!r}")
shutil.rmtree(folder)
