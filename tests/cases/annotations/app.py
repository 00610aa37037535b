"""Annotations on tasks, helpers, variables and methods."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar

from ffc import RayWorkflow, task

if TYPE_CHECKING:
    from decimal import Decimal

T = TypeVar("T")
Number = int | float
Matrix = "list[list[float]]"

LIMIT: int = 3
names: dict[str, list[int]] = {}


def first(values: Iterable[T], default: T | None = None) -> T | None:
    return next(iter(values), default)


@task
def multiply(a: list[list[Number]], b: list[list[Number]]) -> list[list[Number]]:
    columns: list[tuple[Number, ...]] = list(zip(*b, strict=True))
    return [[sum(x * y for x, y in zip(r, c, strict=True)) for c in columns] for r in a]


@task
def trace(matrix: Matrix, scale: Decimal | None = None, *rest: Any) -> Number:
    total: Number
    total = sum(row[i] for i, row in enumerate(matrix[:LIMIT]))
    return total * (scale or 1)


@task
class Keeper:
    kept: list[Any]

    def __init__(self, make: Callable[[], list[Any]] = list) -> None:
        self.kept = make()

    def keep(self, value: T) -> T:
        self.kept.append(value)
        return value


def main(size: int = 2, *, label: str | None = None) -> None:
    a: list[list[int]] = [[1, 2], [3, 4]]
    product: Any = multiply(a, a)
    result: Any
    result = Keeper().keep(trace(product))
    count: int = first([size], 0)
    flow: RayWorkflow = RayWorkflow(result, product, workflow_name="matrices")
    value, matrix = flow.run()
    print(label, value, matrix, count)


if __name__ == "__main__":
    main(label="trace")
