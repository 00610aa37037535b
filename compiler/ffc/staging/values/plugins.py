"""Plugins, which exist at compile time alone: what they do is written where nodes are submitted."""

from __future__ import annotations

from dataclasses import dataclass

from ...ir import Setups
from .base import Value


@dataclass(frozen=True)
class PluginValue(Value):
    """A plugin of a front end, or several of them in one."""

    setups: Setups

    def is_wired(self) -> bool:
        return True

    def called(self) -> str:
        return "a plugin"
