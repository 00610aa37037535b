"""How large the arrays are that NumPy, PyTorch and their like make: `np.zeros((1000, 1000))`."""

from __future__ import annotations

import ast
import re

from .integers import integer, product
from .written import Variables, Written

_LIBRARIES = {"cupy": 8, "jax": 4, "numpy": 8, "torch": 4}  # and the bytes of one number
_SHAPED = frozenset("empty full ones zeros".split())
_FILLED = frozenset("rand randn".split())  # every argument is a length
# The names of functions whose result has a `size`, and the place of that argument.
_SIZED = {
    "choice": 1,
    "exponential": 1,
    "identity": 0,
    "integers": 2,
    "normal": 2,
    "permutation": 0,
    "poisson": 1,
    "randint": 2,
    "random": 0,
    "random_sample": 0,
    "standard_normal": 0,
    "uniform": 2,
}
_SPACED = frozenset("geomspace linspace logspace".split())


def array_size(call: ast.Call, name: str, written: Written, variables: Variables) -> int | None:
    """The bytes of the array that the function with this qualified name makes, None if unknown."""
    library, _, rest = name.partition(".")
    last = rest.rpartition(".")[2]
    if library not in _LIBRARIES:
        return None
    keywords = {keyword.arg: keyword.value for keyword in call.keywords}
    count: int | None = None
    if last in _FILLED or (last in _SHAPED and library == "torch"):
        count = product(_lengths(call.args), written, variables)
    elif last in _SHAPED:
        count = product(_lengths([*call.args[:1], *_given(keywords, "shape")]), written, variables)
    elif last == "eye":
        count = product((call.args * 2)[:2], written, variables)
    elif last in _SIZED:
        place = _SIZED[last]
        shape = [*call.args[place : place + 1], *_given(keywords, "size")]
        count = product(_lengths(shape), written, variables)
    elif last in _SPACED:
        count = product([*call.args[2:3], *_given(keywords, "num")], written, variables)
    elif last == "arange":
        count = count_of(call.args, written, variables)
    return None if count is None else count * _width(keywords.get("dtype"), library)


def count_of(bounds: list[ast.expr], written: Written, variables: Variables) -> int | None:
    """How many numbers `range(*bounds)` has."""
    numbers = [integer(bound, written, variables) for bound in bounds]
    known = [number for number in numbers if number is not None]
    if len(known) < len(bounds) or not 1 <= len(known) <= 3 or known[2:] == [0]:
        return None
    counted = range(*known)
    return max(0, (counted.stop - counted.start) // counted.step)


def _lengths(shape: list[ast.expr]) -> list[ast.expr]:
    """Each length of a shape: `(3, 4)`, `3, 4` or `3`."""
    if len(shape) == 1 and isinstance(shape[0], (ast.Tuple, ast.List)):
        return shape[0].elts
    return shape


def _given(keywords: dict[str | None, ast.expr], name: str) -> list[ast.expr]:
    return [keywords[name]] if name in keywords else []


def _width(dtype: ast.expr | None, library: str) -> int:
    """The bytes of one number: 4 for `np.float32` and `"float32"`."""
    if dtype is None:
        return _LIBRARIES[library]
    named = dtype.attr if isinstance(dtype, ast.Attribute) else getattr(dtype, "value", "")
    if named in ("bool", "bool_") or (isinstance(dtype, ast.Name) and dtype.id == "bool"):
        return 1
    bits = re.search(r"\d+$", named) if isinstance(named, str) else None
    return max(1, int(bits[0]) // 8) if bits else _LIBRARIES[library]
