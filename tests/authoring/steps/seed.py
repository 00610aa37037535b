"""The programs of the graphbook seed document, put together; numbers stand for its tensors."""

SOURCE = '''
import graphbook as gb
from graphbook.steps import Step, SourceStep

gb.init()

@gb.remote
class GetTensors(SourceStep):
    """
    A source step that generates random tensors.
    """
    Parameters = {
        "num_tensors": {
            "type": "number",
            "default": 10
        },
    }
    Outputs = ["out"]

    def __init__(self, num_tensors):
        super().__init__()
        self.num_tensors = num_tensors

    def load(self):
        tensors = [100 * (i + 1) for i in range(self.num_tensors)]
        return {
            "out": [gb.Note({"tensor": t}) for t in tensors]
        }
'''

STEP = '''
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
'''

ONE_INPUT = """
# Initialize the nodes
tensors = GetTensors.remote()
add = AddToTensor.remote()

# Connect the nodes
out_ref = add.bind("out", tensors)

# Run the DAG
out = gb.run(out_ref)
print(out)
"""

TWO_INPUTS = """
tensors1 = GetTensors.remote()
tensors2 = GetTensors.remote()
add = AddToTensor.remote()

# Connect the nodes
out_ref = add.bind("out", tensors1, "out", tensors2)

# Run the DAG
out = gb.run(out_ref) # Hangs until a user clicks "Play" in the UI
print(out)
"""

RESOURCE = '''
from graphbook.resources import Resource

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
            "default": 10
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
        tensors = [100 * (i + 1) for i in range(self.num_tensors)]
        return {
            "out": [gb.Note({"tensor": t}) for t in tensors]
        }
'''

WITH_MESSAGE = """
tensors = GetTensors.remote(message=message)
add = AddToTensor.remote()
out_ref = add.bind("out", tensors)
out = gb.run(out_ref)
print(out)
"""

KEEP_RUNNING = """
import time

try:
    time.sleep(0)
except KeyboardInterrupt:
    pass
"""

FIRST = SOURCE + STEP + ONE_INPUT
SECOND = FIRST + TWO_INPUTS
THIRD = SOURCE + STEP + RESOURCE + WITH_MESSAGE + KEEP_RUNNING
