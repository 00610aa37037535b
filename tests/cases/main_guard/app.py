"""Distances between cities, wired under `if __name__ == "__main__"`."""

from math import asin, cos, radians, sin, sqrt

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow

EARTH = 6371.0  # km


@workflow
def distance(here, there):
    (lat1, lon1), (lat2, lon2) = here, there
    dlat, dlon = radians(lat2 - lat1), radians(lon2 - lon1)
    a = sin(dlat / 2) ** 2 + cos(radians(lat1)) * cos(radians(lat2)) * sin(dlon / 2) ** 2
    return 2 * EARTH * asin(sqrt(a))


@workflow
def detour(first, second, direct):
    return first + second - direct


if __name__ == "__main__":
    # degrees, north and east
    oslo, lund, turku = (59.9, 10.8), (55.7, 13.2), (60.5, 22.3)

    extra = detour(distance(oslo, lund), distance(lund, turku), distance(oslo, turku))
    extra.set_name("detour")

    workflow_ = RayWorkflow(extra, workflow_name="trip")
    workflow_.query("detour").set_remote_args({"num_cpus": 1})
    print(f"{workflow_.run(return_results=True):.0f} km more")
