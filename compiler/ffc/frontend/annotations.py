"""Takes type annotations out of code: the helpers in a driver are a plain script's."""

from __future__ import annotations

import libcst as cst


def without_annotations(tree: cst.Module) -> cst.Module:
    """The module without annotations of parameters, returns and assigned names."""
    return tree.visit(_Strip())


class _Strip(cst.CSTTransformer):
    def leave_Param(self, original_node: cst.Param, updated_node: cst.Param) -> cst.Param:
        return updated_node.with_changes(annotation=None)

    def leave_FunctionDef(
        self, original_node: cst.FunctionDef, updated_node: cst.FunctionDef
    ) -> cst.FunctionDef:
        return updated_node.with_changes(returns=None)

    def leave_AnnAssign(
        self, original_node: cst.AnnAssign, updated_node: cst.AnnAssign
    ) -> cst.Assign:
        assert updated_node.value is not None, "the runtime declares no names without values"
        target = cst.AssignTarget(updated_node.target)
        return cst.Assign(targets=[target], value=updated_node.value)
