"""How statements stand in the source: comments and blank lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import libcst as cst

from ..ir import NO_COMMENTS, Comments


@dataclass(frozen=True)
class Layout:
    """How the statement at hand stands in the source: its comments, and a blank line above it.

    The gap is its `own` if the app has it, and not only what was staged before.
    """

    comments: Comments = NO_COMMENTS
    gap: bool = False
    own: bool = False


def layout_of(statement: cst.CSTNode) -> Layout:
    """The comments around a statement, and whether a blank line is above it."""
    lines: Sequence[cst.EmptyLine] = getattr(statement, "leading_lines", ())
    above = tuple(line.comment.value for line in lines if line.comment is not None)
    gap = any(line.comment is None for line in lines)
    trailing = getattr(statement, "trailing_whitespace", None)
    behind = trailing.comment.value if trailing is not None and trailing.comment else ""
    return Layout(Comments(above, behind), gap)
