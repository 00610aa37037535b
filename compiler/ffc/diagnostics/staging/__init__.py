"""2xx: what is wrong with the wiring."""

from typing import TYPE_CHECKING

from ..lazy import lazy

if TYPE_CHECKING:
    from .bad_key import BadKey as BadKey
    from .bad_leaf import BadLeaf as BadLeaf
    from .bad_pattern import BadPattern as BadPattern
    from .bad_task import BadTask as BadTask
    from .bound_again import BoundAgain as BoundAgain
    from .changed_later import ChangedLater as ChangedLater
    from .effect_in_between import EffectInBetween as EffectInBetween
    from .endless import Endless as Endless
    from .escapes import Escapes as Escapes
    from .failed_assertion import FailedAssertion as FailedAssertion
    from .formatted_node import FormattedNode as FormattedNode
    from .kept_wiring import KeptWiring as KeptWiring
    from .late_import import LateImport as LateImport
    from .lent_name import LentName as LentName
    from .misfit_unpacking import MisfitUnpacking as MisfitUnpacking
    from .missing_name import MissingName as MissingName
    from .module_as_value import ModuleAsValue as ModuleAsValue
    from .needs_known import NeedsKnown as NeedsKnown
    from .not_an_argument import NotAnArgument as NotAnArgument
    from .not_staged import NotStaged as NotStaged
    from .operator_on_node import OperatorOnNode as OperatorOnNode
    from .run_again import RunAgain as RunAgain
    from .too_deep_calls import TooDeepCalls as TooDeepCalls
    from .too_large import TooLarge as TooLarge
    from .truth_of_node import TruthOfNode as TruthOfNode
    from .unknown_api import UnknownApi as UnknownApi
    from .unknown_member import UnknownMember as UnknownMember
    from .unpacked_node import UnpackedNode as UnpackedNode
    from .unstaged_use import UnstagedUse as UnstagedUse
    from .wrong_call import WrongCall as WrongCall

__getattr__ = lazy(__name__)
