"""6xx: what is wrong with plugins."""

from typing import TYPE_CHECKING

from ..lazy import lazy

if TYPE_CHECKING:
    from .given_plugin import GivenPlugin as GivenPlugin
    from .lasting_setup import LastingSetup as LastingSetup
    from .unknown_plugins import UnknownPlugins as UnknownPlugins
    from .unsure_nodes import UnsureNodes as UnsureNodes
    from .wrong_seeds import WrongSeeds as WrongSeeds
    from .wrong_setup import WrongSetup as WrongSetup

__getattr__ = lazy(__name__)
