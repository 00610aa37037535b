"""One option of Ray's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .rule import Rule


@dataclass(frozen=True)
class RayOption:
    """What one option takes, for one kind of node.

    `decorator_only` ones cannot be set on a node; `deprecated` says what to do instead.
    """

    rule: Rule
    decorator_only: bool = False
    deprecated: str = ""


Table = Mapping[str, RayOption]
