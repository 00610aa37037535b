"""FFC309: Deprecated Ray option."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Warning_


@dataclass(frozen=True)
class DeprecatedOption(Warning_):
    """Deprecated Ray option.

    Ray still takes the option, and will not for long.

    Example:
        flow.query("model").set_remote_args({"placement_group": None})

    Do what the message says instead.
    """

    code = "FFC309"

    option: str
    instead: str

    @property
    def message(self) -> str:
        return f"Ray's option `{self.option}` is deprecated"

    @property
    def help(self) -> str:
        return self.instead
