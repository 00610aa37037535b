"""Drivers as Python has them: a driver that Python does not compile is never written."""

from __future__ import annotations

import ast
import warnings
from dataclasses import dataclass
from types import CodeType


class TooManyParentheses(Exception):
    """The app is nested within what Python allows, but not with the parentheses of black."""


@dataclass(frozen=True)
class Accepted:
    """The text of a driver, its syntax, and the code that Python makes of it."""

    text: str
    tree: ast.Module
    code: CodeType


def accepted(driver: str) -> Accepted:
    """The driver compiled, not executed. Raises `SyntaxError` if ffc made what is no Python."""
    try:
        with warnings.catch_warnings():  # the app's own, said when it is compiled itself
            warnings.simplefilter("ignore")
            tree = ast.parse(driver)
            return Accepted(driver, tree, compile(tree, "<driver>", "exec", dont_inherit=True))
    except SyntaxError as error:
        if "nested parentheses" in str(error):
            raise TooManyParentheses from error
        raise
