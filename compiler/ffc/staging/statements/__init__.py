"""One module for each family of statements; the tables say which stages what."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import libcst as cst

from ..frame import Frame
from ..machine import Machine
from ..values import Value
from . import (
    assign,
    augmented,
    compound,
    conditional,
    define,
    deleting,
    expression,
    followed,
    imports,
    loops,
    simple,
)

Handler = Callable[[Machine, Any, Frame], "Value | None"]

SMALL: Mapping[type[cst.BaseSmallStatement], Handler] = {
    cst.Expr: expression.expression,
    cst.Assign: assign.assign,
    cst.AnnAssign: assign.annotated,
    cst.AugAssign: augmented.augmented,
    cst.Return: simple.returned,
    cst.Raise: simple.raised,
    cst.Assert: simple.asserted,
    cst.Del: deleting.deleted,
    cst.Break: loops.jump,
    cst.Continue: loops.jump,
    cst.Pass: simple.nothing,
    cst.Global: simple.nothing,
    cst.Nonlocal: simple.nothing,
    cst.Import: imports.plain_import,
    cst.ImportFrom: imports.import_from,
}
COMPOUND: Mapping[type[cst.BaseStatement], Handler] = {
    cst.If: conditional.conditional,
    cst.For: loops.for_loop,
    cst.While: loops.while_loop,
    cst.Try: followed.tried,
    cst.With: followed.managed,
    cst.Match: followed.match,
    cst.FunctionDef: define.define,
    cst.ClassDef: define.define,
}

small_other = simple.kept
compound_other = compound.kept
