"""FFC3xx: options of nodes, and arguments of `ray.init`."""

from .conflict import ConflictingOptions
from .deprecated_option import DeprecatedOption
from .init_args_differ import InitArgumentsDiffer
from .local_path import LocalPath
from .missing_resource import MissingResource
from .not_for_methods import NotForMethods
from .returns_by_hand import ReturnsByHand
from .unknown_env_key import UnknownEnvKey
from .unknown_init_argument import UnknownInitArgument
from .unknown_option import UnknownOption
from .wrong_kind import WrongKind
from .wrong_value import WrongValue

__all__ = [
    "ConflictingOptions",
    "DeprecatedOption",
    "InitArgumentsDiffer",
    "LocalPath",
    "MissingResource",
    "NotForMethods",
    "ReturnsByHand",
    "UnknownEnvKey",
    "UnknownInitArgument",
    "UnknownOption",
    "WrongKind",
    "WrongValue",
]
