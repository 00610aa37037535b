"""Every diagnostic that ffc has, found in the subpackages of `ffc.diagnostics`."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from types import ModuleType

from . import __name__ as _PACKAGE
from . import __path__ as _PATH
from .model import Diagnostic


def catalog() -> tuple[type[Diagnostic], ...]:
    """The diagnostic classes that have a code, in the order of their codes.

    Raises ValueError when two of them share one.
    """
    return in_order(found for module in _modules() for found in _defined_in(module))


def in_order(classes: Iterable[type[Diagnostic]]) -> tuple[type[Diagnostic], ...]:
    """`classes` sorted by code, which must all differ."""
    by_code: dict[str, type[Diagnostic]] = {}
    for found in classes:
        other = by_code.setdefault(found.code, found)
        if other is not found:
            raise ValueError(f"{found.code} is both {other.__name__} and {found.__name__}")
    return tuple(by_code[code] for code in sorted(by_code))


def _modules() -> Iterator[ModuleType]:
    """The modules of the subpackages; those beside this one hold no diagnostics."""
    for package in pkgutil.iter_modules(_PATH, f"{_PACKAGE}."):
        if package.ispkg:
            inside = importlib.import_module(package.name)
            for module in pkgutil.walk_packages(inside.__path__, f"{package.name}."):
                yield importlib.import_module(module.name)


def _defined_in(module: ModuleType) -> Iterator[type[Diagnostic]]:
    for value in vars(module).values():
        if (
            isinstance(value, type)
            and issubclass(value, Diagnostic)
            and value.__module__ == module.__name__
            and hasattr(value, "code")
        ):
            yield value
