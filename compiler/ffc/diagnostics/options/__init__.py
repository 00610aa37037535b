"""3xx: what is wrong with options."""

from typing import TYPE_CHECKING

from ..lazy import lazy

if TYPE_CHECKING:
    from .conflicting_options import ConflictingOptions as ConflictingOptions
    from .deprecated_option import DeprecatedOption as DeprecatedOption
    from .init_arguments_differ import InitArgumentsDiffer as InitArgumentsDiffer
    from .local_path import LocalPath as LocalPath
    from .missing_resource import MissingResource as MissingResource
    from .not_for_methods import NotForMethods as NotForMethods
    from .returns_by_hand import ReturnsByHand as ReturnsByHand
    from .unknown_env_key import UnknownEnvKey as UnknownEnvKey
    from .unknown_init_argument import UnknownInitArgument as UnknownInitArgument
    from .unknown_option import UnknownOption as UnknownOption
    from .wrong_kind import WrongKind as WrongKind
    from .wrong_value import WrongValue as WrongValue

__getattr__ = lazy(__name__)
