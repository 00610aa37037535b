"""What resources of an app derive from, and resources that are ready to use."""

from __future__ import annotations

from ffc.runtime.steps.resource import (
    DictResource,
    FunctionResource,
    ListResource,
    NumberResource,
    Resource,
)

__all__ = ["DictResource", "FunctionResource", "ListResource", "NumberResource", "Resource"]
