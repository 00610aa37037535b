"""The first program of the seed document."""
import graphbook as gb
from graphbook.steps import Step, SourceStep

gb.init()

@gb.remote
class GetTensors(SourceStep):
    """
    A source step that generates tensors.
    """
    Parameters = {
        "num_tensors": {
            "type": "number",
            "default": 4
        },
    }
    Outputs = ["out"]

    def __init__(self, num_tensors):
        super().__init__()
        self.num_tensors = num_tensors

    def load(self):
        tensors = [t * 0.5 for t in range(self.num_tensors)]
        return {
            "out": [gb.Note({"tensor": t}) for t in tensors]
        }


@gb.remote
class AddToTensor(Step):
    """
    A step that simply adds a fixed value to incoming tensors.
    """
    Parameters = {
        "value": {
            "type": "number",
            "default": 20
        }
    }
    Outputs = ["out"]

    def __init__(self, value):
        super().__init__()
        self.value = value

    def on_data(self, data: dict):
        data["tensor"] += self.value
        gb.log(f'New value: {data["tensor"]}') # You may log as normal

# Initialize the nodes
tensors = GetTensors.remote()
add = AddToTensor.remote()

# Connect the nodes
out_ref = add.bind("out", tensors)

# Run the DAG
out = gb.run(out_ref)
print(out)
