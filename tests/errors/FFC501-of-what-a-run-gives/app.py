import ffc as gb


@gb.remote
class Numbers(gb.SourceStep):
    Outputs = ["even", "odd"]

    def load(self):
        return {"even": [{"n": 0}, {"n": 2}], "odd": [{"n": 1}]}


@gb.workflow
def count(notes):
    return len(notes)


numbers = Numbers.remote()
print(gb.RayWorkflow(count(numbers["od"]), workflow_name="counting").run())
print(gb.run(numbers)["evn"], gb.run(numbers)["odd"])
