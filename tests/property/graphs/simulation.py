"""Runs the drivers of step graphs on the stand-in for Ray, whose results arrive in any order."""

from __future__ import annotations

import traceback
from random import Random
from unittest.mock import patch

from ..judging import eager_ray
from ..judging.process import Script, at_most
from ..judging.runner import Ran
from ..judging.unwatched import unwatched


def simulated(driver: str, seed: int, *arguments: str) -> Ran:
    """What a driver prints, with a command line; `seed` decides what `ray.wait` finds first."""
    cluster = eager_ray.Cluster(chance=Random(seed))
    script = Script()
    try:
        with patch.dict("sys.modules", eager_ray.modules(cluster)), at_most(20):
            script.run(unwatched(driver), "app_driver.py", *arguments)
    except BaseException as error:
        return Ran(script.printed.getvalue(), "".join(traceback.format_exception(error)))
    return Ran(script.printed.getvalue(), "")
