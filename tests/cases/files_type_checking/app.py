"""Imports for the type checker only: they are never made, even of missing modules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ffc import RayWorkflow, task
from model import Model

if TYPE_CHECKING:
    from collections.abc import Sequence

    from library_that_is_missing import Matrix
    from model import Weights


@task
def fit(values: Sequence[float], model: Model) -> Weights:
    return model.fitted(values)


@task
def predict(weights: Weights, points: Matrix) -> list[float]:
    return [round(weights["a"] + weights["b"] * point, 2) for point in points]


model = Model(strength=2)
weights = fit([1, 3, 5, 9], model)
flow = RayWorkflow(predict(weights, [0, 10]), weights["b"], workflow_name="fit")
print(flow.run(), model)
