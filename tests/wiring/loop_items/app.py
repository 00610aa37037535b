"""Loops over the items, keys and values of dicts; each pass fills another dict."""

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow

SENSORS = {
    "roof": {"offset": 0.5, "unit": "C"},
    "cellar": {"offset": -1.0, "unit": "C"},
    "garden": {"offset": 30.0, "unit": "F"},
}


@workflow
def read(sensor, size):
    return [(len(sensor) * k) % 7 for k in range(size)]


@workflow
def calibrate(values, offset, unit):
    return [f"{value + offset}{unit}" for value in values]


@workflow
def join(names, columns):
    return {name: column for name, column in zip(names, columns, strict=True)}


readings = {}
for sensor in SENSORS:
    readings[sensor] = read(sensor, 3).set_name(f"{sensor} raw")

calibrated = {}
for sensor, settings in SENSORS.items():
    node = calibrate(readings[sensor], settings["offset"], settings["unit"])
    calibrated[sensor] = node.set_name(f"{sensor} calibrated")

columns = []
for column in calibrated.values():
    columns.append(column)

table = join(list(calibrated.keys()), columns)
flow = RayWorkflow(table, *readings.values(), workflow_name="sensors")
result, *raw = flow.run(return_results=True)
for name in SENSORS:
    print(name, result[name])
print(raw)
