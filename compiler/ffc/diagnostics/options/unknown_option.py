"""FFC301: Unknown Ray option."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error
from .words import did_you_mean


@dataclass(frozen=True)
class UnknownOption(Error):
    """Unknown Ray option.

    Ray has no option of this name, and would refuse it when the driver runs.

    Example:
        flow.query("model").set_remote_args({"num_cpu": 2})

    Write the name as Ray spells it. When none is close, the message lists the options there are.
    """

    code = "FFC301"

    option: str
    target: str
    nearest: str | None
    offered: tuple[str, ...]

    @property
    def message(self) -> str:
        return f"unknown option `{self.option}` for {self.target}"

    @property
    def help(self) -> str:
        return did_you_mean(self.nearest, self.offered, f"{self.target} takes")
