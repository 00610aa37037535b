"""What a driver starts."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def init(*, host: str | None = None, port: int | None = None, **ray_init_args: Any) -> None:
    """Do nothing: in this process there is neither Ray nor a monitor to start."""
