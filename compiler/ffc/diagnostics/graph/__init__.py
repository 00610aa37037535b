"""4xx: what is wrong with the graph."""

from typing import TYPE_CHECKING

from ..lazy import lazy

if TYPE_CHECKING:
    from .argument_change import ArgumentChange as ArgumentChange
    from .global_change import GlobalChange as GlobalChange
    from .large_constant import LargeConstant as LargeConstant
    from .matches_nothing import MatchesNothing as MatchesNothing
    from .not_shippable import NotShippable as NotShippable
    from .same_name import SameName as SameName
    from .starved_task import StarvedTask as StarvedTask
    from .tied_to_process import TiedToProcess as TiedToProcess
    from .unreached import Unreached as Unreached
    from .unused_ignore import UnusedIgnore as UnusedIgnore
    from .unused_result import UnusedResult as UnusedResult
    from .wait_in_task import WaitInTask as WaitInTask
    from .wrong_arguments import WrongArguments as WrongArguments
    from .wrong_ignore import WrongIgnore as WrongIgnore

__getattr__ = lazy(__name__)
