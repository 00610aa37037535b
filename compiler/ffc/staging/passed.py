"""The arguments of a call as they are passed."""

from __future__ import annotations

from dataclasses import dataclass

import libcst as cst

from .values import Evaluated


@dataclass(frozen=True, slots=True)
class Passed:
    """One argument. `star` is `*` or `**` where what it holds is known only in the driver.

    `node` is its expression and `place` what to point at, None where the call does not write it.
    """

    keyword: str | None
    star: str
    value: Evaluated
    node: cst.BaseExpression | None
    place: cst.CSTNode | None
