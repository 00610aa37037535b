"""4xx: what is wrong with the graph."""

from typing import TYPE_CHECKING

from ..lazy import lazy

if TYPE_CHECKING:
    from .matches_nothing import MatchesNothing as MatchesNothing
    from .not_shippable import NotShippable as NotShippable
    from .same_name import SameName as SameName
    from .unreached import Unreached as Unreached
    from .wrong_arguments import WrongArguments as WrongArguments

__getattr__ = lazy(__name__)
