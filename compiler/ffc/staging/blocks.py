"""The statements of a block."""

from __future__ import annotations

import libcst as cst


def block(suite: cst.BaseSuite) -> list[cst.BaseStatement]:
    """The statements of a block, written below it or behind its colon."""
    if isinstance(suite, cst.SimpleStatementSuite):
        return [cst.SimpleStatementLine(body=suite.body)]
    return list(suite.body)  # type: ignore[arg-type]
