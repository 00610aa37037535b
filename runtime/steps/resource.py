"""Resources: values that several steps share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from .log import log, logs, show_as


class Resource:
    """Something that steps get by keyword: they get its `value()`."""

    Parameters: ClassVar[Mapping[str, Any]] = {"val": {"type": "string"}}

    def __init__(self, val: Any = "") -> None:
        self.val = val

    def log(self, message: Any, type: str = "info") -> None:
        log(message, type)

    def value(self) -> Any:
        return self.val

    def _value(self, label: str, keeps: str = "") -> Any:
        show_as(label, keeps)
        return self.value()

    def _logs(self) -> list[Any]:
        return logs()


class NumberResource(Resource):
    """A number."""

    Parameters: ClassVar[Mapping[str, Any]] = {"val": {"type": "number"}}

    def value(self) -> Any:
        return float(self.val)


class FunctionResource(Resource):
    """A function."""

    Parameters: ClassVar[Mapping[str, Any]] = {"val": {"type": "function"}}


class ListResource(Resource):
    """A list."""

    Parameters: ClassVar[Mapping[str, Any]] = {"val": {"type": "list[string]"}}

    def value(self) -> Any:
        return list(self.val)


class DictResource(Resource):
    """A dict."""

    Parameters: ClassVar[Mapping[str, Any]] = {"val": {"type": "dict"}}

    def value(self) -> Any:
        return dict(self.val)
