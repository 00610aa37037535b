"""FFC512: A parameter has a type that nobody checks."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Warning_
from ..nearest import nearest

TYPES = ("number", "string", "boolean", "dict", "function", "resource", "list")


@dataclass(frozen=True)
class UnknownType(Warning_):
    """A parameter has a type that nobody checks.

    The types of parameters are `number`, `string`, `boolean`, `dict`, `function`, `resource` and
    lists of these, such as `list[string]`. Values of a parameter with any other `"type"` are taken
    as they are, by ffc and by the driver.

    Example:

        Parameters = {"value": {"type": "nubmer", "default": 20}}

    Name one of these types.
    """

    code = "FFC512"

    type: str
    parameter: str
    step: str

    @property
    def message(self) -> str:
        where = f"parameter `{self.parameter}` of `{self.step}`"
        return f"{where} has the type `{self.type}`, which is none"

    @property
    def help(self) -> str:
        plain = _PYTHON.get(self.type) or nearest(self.type, TYPES)
        if plain is not None:
            return f"did you mean `{plain}`?"
        return "the types are " + ", ".join(f"`{name}`" for name in TYPES)


_PYTHON = {
    "int": "number",
    "float": "number",
    "integer": "number",
    "str": "string",
    "text": "string",
    "bool": "boolean",
    "object": "dict",
    "callable": "function",
}
