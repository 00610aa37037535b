"""Items of results as Ray returns of their own."""

from collections.abc import Callable
from typing import Any

import ray


def returning_items(
    function: Callable[..., Any], *keys: Any, whole: bool = False
) -> Any:
    """`function` as a task that returns items apart, behind the `whole` result."""

    def call(*args: Any, **kwargs: Any) -> Any:
        result = function(*args, **kwargs)
        returns = [result] if whole else []
        returns += [result[key] for key in keys]
        return returns if len(returns) > 1 else returns[0]

    call.__name__ = function.__name__
    return ray.remote(num_returns=len(keys) + whole)(call)
