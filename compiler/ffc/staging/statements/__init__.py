"""One module for each family of statements; the tables say which stages what."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import libcst as cst

from ..frame import Frame
from ..machine import Machine
from ..values import Value
from . import assign, compound, conditional, define, expression, imports, simple

Handler = Callable[[Machine, Any, Frame], "Value | None"]

SMALL: Mapping[type[cst.BaseSmallStatement], Handler] = {
    cst.Expr: expression.expression,
    cst.Assign: assign.assign,
    cst.AnnAssign: assign.annotated,
    cst.AugAssign: assign.augmented,
    cst.Return: simple.returned,
    cst.Raise: simple.raised,
    cst.Pass: simple.nothing,
    cst.Global: simple.nothing,
    cst.Nonlocal: simple.nothing,
    cst.Import: imports.plain_import,
    cst.ImportFrom: imports.import_from,
}
COMPOUND: Mapping[type[cst.BaseStatement], Handler] = {
    cst.If: conditional.conditional,
    cst.FunctionDef: define.define,
    cst.ClassDef: define.define,
}

small_other = simple.kept
compound_other = compound.kept
