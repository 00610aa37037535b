"""The calls of an app's tasks, with their arguments, as they are made in this process."""

from __future__ import annotations

import ast
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Lock
from types import CodeType, FrameType
from typing import Any, Final, TypeVar

from ffc import runtime

T = TypeVar("T")

_SOURCES: Final = ("app.py", "app_driver.py")
_ALONE: Final = Lock()  # Python refuses a profile function while another thread sets its own


def _functions(module: Path) -> Iterator[str]:
    for owner in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if not isinstance(owner, ast.ClassDef):
            parts = ast.iter_child_nodes(owner)
            yield from (part.name for part in parts if isinstance(part, ast.FunctionDef))


def _tasks(module: Path) -> Iterator[str]:
    for part in ast.parse(module.read_text(encoding="utf-8")).body:
        if isinstance(part, ast.FunctionDef) and part.decorator_list:
            yield part.name


# The runtime's own functions, the user's wrappers, and what has no name of its own.
_MODULES: Final = tuple(Path(runtime.__file__).parent.glob("*.py"))
HELPERS: Final = frozenset(name for module in _MODULES for name in _functions(module))
TASKS: Final = frozenset(name for module in _MODULES for name in _tasks(module))
_AROUND: Final = HELPERS | {"call", "<listcomp>", "<genexpr>", "<dictcomp>", "<lambda>"}


class Calls:
    """What the functions and methods that became tasks were given."""

    def __init__(self) -> None:
        self.made: Counter[str] = Counter()

    def within(self, run: Callable[[], T]) -> T:
        """Runs one task, and notes the call of the app's function in it."""
        before = sys.getprofile()
        seen: list[str] = []

        def profile(frame: FrameType, event: str, argument: Any) -> None:
            code = frame.f_code
            is_app = code.co_filename in _SOURCES and code.co_name not in _AROUND
            if event == "call" and is_app and not seen:
                seen.append(_shown(code, frame.f_locals))

        with _ALONE:
            sys.setprofile(profile)
        try:
            return run()
        finally:
            with _ALONE:
                sys.setprofile(before)
                self.made.update(seen)


def _shown(code: CodeType, values: dict[str, Any]) -> str:
    count = code.co_argcount + code.co_kwonlyargcount
    count += bool(code.co_flags & 0x04) + bool(code.co_flags & 0x08)  # *args, **kwargs
    given = {name: values.get(name) for name in code.co_varnames[:count] if name != "self"}
    parts = (f"{name}={_text(value)}" for name, value in given.items())
    name = re.sub(r"_\d+$", "", code.co_name)  # a driver numbers names that collide
    return f"{name}({', '.join(parts)})"


def _text(value: Any) -> str:
    return value.__name__ if callable(value) else repr(value)
