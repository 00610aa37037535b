"""A configuration that is read with `with open(...)`, between nodes that are wired."""

import json
import os
import tempfile

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow


@workflow
def spectrum(lines, seed):
    return [line * seed % 13 for line in range(lines)]


@workflow
def calibrate(values, slope, offset=0):
    return [slope * value + offset for value in values]


def write_config(path):
    with open(path, "w") as file:
        json.dump({"slope": 2, "offset": -1, "label": "lamp"}, file)


folder = tempfile.mkdtemp()
config_path = os.path.join(folder, "config.json")
write_config(config_path)

lamp = spectrum(5, seed=7)
with open(config_path) as file:
    # The lamp of this night.
    config = json.load(file)
    calibrated = calibrate(lamp, config["slope"]).set_name(config["label"])
shifted = calibrate(calibrated, 1, offset=config["offset"])

flow = RayWorkflow(shifted, calibrated, workflow_name="lamp")
os.remove(config_path)
os.rmdir(folder)
print(flow.run(return_results=True))
