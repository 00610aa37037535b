"""What stands for a value that only the run will make."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import NoReturn


class NoValue:
    """Base of nodes, items and objects of decorated classes: refuses what would need the value.

    Every operator, conversion and unknown attribute raises with a way out. `==` and `hash` go by
    identity, and `repr` and `str` show what the object is. A copy is the object itself.
    """

    __slots__ = ()

    def __copy__(self) -> NoValue:
        return self

    def __deepcopy__(self, memo: object) -> NoValue:
        return self


_BINARY = {
    "add": "+",
    "sub": "-",
    "mul": "*",
    "matmul": "@",
    "truediv": "/",
    "floordiv": "//",
    "mod": "%",
    "divmod": "divmod()",
    "pow": "**",
    "lshift": "<<",
    "rshift": ">>",
    "and": "&",
    "xor": "^",
    "or": "|",
}

_OPERATIONS = {
    **{f"__{name}__": symbol for name, symbol in _BINARY.items()},
    **{f"__r{name}__": symbol for name, symbol in _BINARY.items()},
    "__neg__": "unary -",
    "__pos__": "unary +",
    "__abs__": "abs()",
    "__invert__": "~",
    "__lt__": "<",
    "__le__": "<=",
    "__gt__": ">",
    "__ge__": ">=",
    "__bool__": "a truth test (if, and, or, not)",
    "__int__": "int()",
    "__float__": "float()",
    "__complex__": "complex()",
    "__index__": "use as an index",
    "__round__": "round()",
    "__len__": "len()",
    "__iter__": "iteration or unpacking (unlike an item, node[0])",
    "__contains__": "in",
    "__getitem__": "[...] (on other than a node)",
    "__reduce_ex__": "pickling",
}


def _refusal(operation: str) -> Callable[..., NoReturn]:
    def refuse(self: NoValue, *others: object) -> NoReturn:
        raise TypeError(
            f"{operation} needs a value, and {self!r} has no value before the run: "
            "make a task of it, which gets the value as an argument"
        )

    return refuse


def _refuse_attribute(self: NoValue, name: str) -> NoReturn:
    raise AttributeError(
        f"{self!r} has no attribute {name!r}, and no value before the run: "
        "to use an attribute of the value, make a task of it, which gets the value as an argument"
    )


# Set, not defined, so that type checkers report these operations in apps.
for _method, _operation in _OPERATIONS.items():
    setattr(NoValue, _method, _refusal(_operation))
NoValue.__getattr__ = _refuse_attribute  # type: ignore[attr-defined]
