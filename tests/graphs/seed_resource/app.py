"""The third one: a resource that the source shows."""
import ffc as gb
from ffc.steps import Step, SourceStep
from ffc.resources import Resource

gb.init()


@gb.remote
class MyMessage(Resource):
    """
    A resource that holds a message.
    """

    Parameters = {
        "message": {
            "type": "string",
            "default": "Hello, World!"
        }
    }

    def __init__(self, message):
        super().__init__(message)

message = MyMessage.remote()


@gb.remote
class GetTensors(SourceStep):
    Parameters = {
        "num_tensors": {
            "type": "number",
            "default": 3
        },
        "message": {
            "type": "resource",
        },
    }
    Outputs = ["out"]

    def __init__(self, num_tensors, message):
        super().__init__()
        self.num_tensors = num_tensors
        self.message = message

    def load(self):
        gb.log(self.message) # Prints "Hello, World!"
        tensors = [float(t) for t in range(self.num_tensors)]
        return {
            "out": [gb.Note({"tensor": t, "message": self.message}) for t in tensors]
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

tensors = GetTensors.remote(message=message)
add = AddToTensor.remote()
out_ref = add.bind("out", tensors)
out = gb.run(out_ref)
print(out)
