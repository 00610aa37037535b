"""FFC306: Unknown argument of `ray.init`."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error
from .words import did_you_mean


@dataclass(frozen=True)
class UnknownInitArgument(Error):
    """Unknown argument of `ray.init`.

    `ray.init` has no argument of this name, or has it no longer.

    Example:
        flow = RayWorkflow(leaf, workflow_name="w", ray_init_args={"num_cpu": 4})

    Write the name as Ray spells it; leave out what Ray no longer has.
    """

    code = "FFC306"

    argument: str
    nearest: str | None
    offered: tuple[str, ...]
    gone: str = ""

    @property
    def message(self) -> str:
        if self.gone:
            return f"`ray.init` no longer takes `{self.argument}`"
        return f"unknown argument `{self.argument}` of `ray.init`"

    @property
    def notes(self) -> tuple[str, ...]:
        return (self.gone,) if self.gone else ()

    @property
    def help(self) -> str:
        if self.gone:
            return "leave it out"
        return did_you_mean(self.nearest, self.offered, "`ray.init` takes")
