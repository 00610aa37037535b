"""65x: what is wrong with a storage."""

from typing import TYPE_CHECKING

from ..lazy import lazy

if TYPE_CHECKING:
    from .same_result import SameResult as SameResult
    from .wrong_storage import WrongStorage as WrongStorage

__getattr__ = lazy(__name__)
