"""Starting Ray, or joining a cluster."""

import sys
from typing import Any

import ray


def connect(address: str, *, local: dict[str, Any], **options: Any) -> None:
    """Joins the cluster at `address`; one started here gets the `local` options."""
    if address == "local":
        options.update(local)
    elif local:
        print(
            f"{', '.join(local)}: the cluster at {address} has its own", file=sys.stderr
        )
    ray.init(address, **options)
