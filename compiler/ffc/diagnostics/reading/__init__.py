"""1xx: what is wrong with the source itself."""

from typing import TYPE_CHECKING

from ..lazy import lazy

if TYPE_CHECKING:
    from .missing_module import MissingModule as MissingModule
    from .no_workflow import NoWorkflow as NoWorkflow
    from .python_syntax import PythonSyntax as PythonSyntax
    from .too_deep import TooDeep as TooDeep
    from .unreadable import Unreadable as Unreadable
    from .wrong_template import WrongTemplate as WrongTemplate

__getattr__ = lazy(__name__)
