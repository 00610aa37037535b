"""Names that the base classes keep to themselves."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def check(cls: type[Any]) -> None:
    """Raise TypeError if a class of the app hides what its base class runs by."""
    own = {name for base in cls.__mro__ if _is_ours(base) for name in vars(base)}
    for base in cls.__mro__:
        for name in vars(base):
            private = name.startswith("_") and not name.startswith("__")
            if private and name in own and not _is_ours(base):
                raise TypeError(
                    f"{base.__name__}.{name} hides what its base class runs by: rename it"
                )


def _is_ours(base: type[Any]) -> bool:
    return base.__module__.startswith("ffc.runtime.")
