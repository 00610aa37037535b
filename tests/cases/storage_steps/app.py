"""Steps feed tasks whose results are stored."""

import tempfile

import ffc as gb
from ffc import RayWorkflow, storage_factory, task


@gb.remote
class Numbers(gb.SourceStep):
    Parameters = {"count": {"type": "number", "default": 3}}

    def __init__(self, count):
        super().__init__()
        self.count = count

    def load(self):
        return {"out": [{"n": n} for n in range(self.count)]}

    def route(self, note):
        return "out"


@task
def total(notes):
    return sum(note["n"] for note in notes)


numbers = Numbers.remote()
summed = total(numbers["out"])
flow = RayWorkflow(summed, workflow_name="steps")
flow.set_storage(storage_factory({"kind": "file", "options": {"path": tempfile.mkdtemp()}}))
print(flow.run(return_results=True))
