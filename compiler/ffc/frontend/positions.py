"""Where the nodes of a syntax tree stand, worked out at the first question.

LibCST's positions cost ten times what the parse does, so nothing but a diagnostic may ask.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

import libcst as cst

from ..source import Region

if TYPE_CHECKING:
    from libcst.metadata import CodeRange


class Positions:
    """The locator of one module's spans, whose anchors are its syntax nodes."""

    def __init__(self, module: cst.Module) -> None:
        self._module = module

    @cached_property
    def _ranges(self) -> Mapping[cst.CSTNode, CodeRange]:
        from libcst.metadata import MetadataWrapper, PositionProvider

        # The copy that a wrapper makes by default would lose the identity of the anchors.
        wrapper = MetadataWrapper(self._module, unsafe_skip_copy=True)
        return wrapper.resolve(PositionProvider)

    def __call__(self, anchor: object) -> Region:
        assert isinstance(anchor, cst.CSTNode)
        found = self._ranges.get(anchor)
        if found is None:
            return Region(1, 1, 1, 1)
        start, end = found.start, found.end
        return Region(start.line, start.column + 1, end.line, end.column + 1)
