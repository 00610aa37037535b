"""Known loops that skip passes and that end early."""

from ffc import RayWorkflow, task

STATIONS = [
    ("Alert", 82.5, True),
    ("Eureka", 80.0, False),
    ("Resolute", 74.7, True),
    ("Iqaluit", 63.7, True),
    ("Ottawa", 45.4, True),
    ("Miami", 25.8, True),
]


@task
def snow(name, latitude):
    return {"name": name, "days": max(0, round((latitude - 30) * 5))}


@task
def difference(north, south):
    return f"{north['name']} - {south['name']}: {north['days'] - south['days']}"


reports = []
before = None
for name, latitude, works in STATIONS:
    if not works:
        continue
    if latitude < 50:
        break
    station = snow(name, latitude).set_name(f"snow at {name}")
    if before is not None:
        reports.append(difference(before, station))
    before = station

# Every station is compared with the first one south of it by ten degrees.
for north, high, _ in STATIONS:
    for south, low, works in STATIONS:
        if not works or high - low < 10:
            continue
        reports.append(difference(snow(north, high), snow(south, low)))
        break

flow = RayWorkflow(*reports, workflow_name="snow")
print(len(flow.find_nodes("snow at .*")), "stations,", len(reports), "reports")
print(*flow.run(), sep="\n")
