"""5xx: what is wrong with step graphs."""

from typing import TYPE_CHECKING

from ..lazy import lazy

if TYPE_CHECKING:
    from .bad_declaration import BadDeclaration as BadDeclaration
    from .by_position import ByPosition as ByPosition
    from .circle import Circle as Circle
    from .missing_hook import MissingHook as MissingHook
    from .missing_parameter import MissingParameter as MissingParameter
    from .neither_step import NeitherStep as NeitherStep
    from .no_notes import NoNotes as NoNotes
    from .not_bindable import NotBindable as NotBindable
    from .not_remote import NotRemote as NotRemote
    from .not_taken import NotTaken as NotTaken
    from .reserved_name import ReservedName as ReservedName
    from .resource_or_value import ResourceOrValue as ResourceOrValue
    from .uncalled_hook import UncalledHook as UncalledHook
    from .unknown_output import UnknownOutput as UnknownOutput
    from .unknown_parameter import UnknownParameter as UnknownParameter
    from .unknown_type import UnknownType as UnknownType
    from .unused_step import UnusedStep as UnusedStep
    from .wrong_hook import WrongHook as WrongHook
    from .wrong_pairs import WrongPairs as WrongPairs
    from .wrong_type import WrongType as WrongType

__getattr__ = lazy(__name__)
