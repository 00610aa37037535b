"""Templates of a team's own: a folder with a `driver.py.jinja` that overrides blocks of ffc's.

They run in Jinja's sandbox: a repository is compiled, in the CI of its pull requests too, without
anything of it being executed. What is wrong with one is an error with its place, as in an app.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from traceback import walk_tb
from typing import TYPE_CHECKING

from ..files import FILE
from ..seen import Seen
from .template_blocks import check_blocks

if TYPE_CHECKING:
    from jinja2 import BaseLoader, Environment

TEMPLATE = "driver.py.jinja"
OURS = f"ffc/{TEMPLATE}"
_DEPTH = 500  # of templates, and macros, in each other


class BadTemplate(Exception):
    """What is wrong with a template: its file, the line there, and why."""

    def __init__(self, path: Path, line: int, reason: str) -> None:
        super().__init__(reason)
        self.path, self.line, self.reason = path, line, reason


@dataclass(frozen=True)
class Templates:
    """The folder of the templates. What is looked for and read there is `seen`."""

    folder: Path
    seen: Seen = field(default_factory=Seen, compare=False, repr=False)

    @property
    def first(self) -> Path:
        return self.folder / TEMPLATE

    def render(self, ours: Callable[[str], str | None], **variables: object) -> str:
        """The driver's text. `ours` gives the text of ffc's own templates. Raises `BadTemplate`."""
        from jinja2 import ChoiceLoader, FunctionLoader, PrefixLoader, StrictUndefined
        from jinja2.sandbox import ImmutableSandboxedEnvironment

        environment = ImmutableSandboxedEnvironment(
            autoescape=False,
            keep_trailing_newline=True,
            loader=ChoiceLoader([PrefixLoader({"ffc": FunctionLoader(ours)}), self._loader()]),
            lstrip_blocks=True,
            trim_blocks=True,
            undefined=StrictUndefined,
        )
        with self._placed(), _at_most(_DEPTH):
            check_blocks(environment, TEMPLATE, OURS)
            return environment.get_template(TEMPLATE).render(variables)

    def _loader(self) -> BaseLoader:
        from jinja2 import FunctionLoader, TemplateNotFound
        from jinja2.loaders import split_template_path

        def load(name: str) -> tuple[str, str, Callable[[], bool]]:
            path = self.folder.joinpath(*split_template_path(name))
            if self.seen.kind(path) != FILE:
                raise TemplateNotFound(name)
            try:
                text = self.seen.read(path).decode("utf-8")
            except (OSError, UnicodeDecodeError) as error:
                raise BadTemplate(path, 1, f"cannot be read: {error}") from error
            return text, str(path), lambda: True

        return FunctionLoader(load)

    @contextmanager
    def _placed(self) -> Iterator[None]:
        """Raises `BadTemplate` for what is raised because of a template of this folder."""
        from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

        try:
            yield
        except BadTemplate:
            raise
        except TemplateSyntaxError as error:
            path = Path(error.filename or self.first)
            raise BadTemplate(path, error.lineno, error.message or "wrong syntax") from error
        except RecursionError as error:
            raise BadTemplate(self.first, 1, "includes, extends or calls itself") from error
        except TemplateNotFound as error:
            path, line = self._place(error) or (self.first, 1)
            raise BadTemplate(path, line, f"there is no template `{error.name}`") from error
        except Exception as error:
            place = self._place(error)
            if place is None:
                raise  # a bug of ours
            kind = "" if isinstance(error, TemplateError) else f"{type(error).__name__}: "
            raise BadTemplate(*place, f"{kind}{error}") from error

    def _place(self, error: BaseException) -> tuple[Path, int] | None:
        """Where a template of this folder is, in the traceback."""
        frames = [(frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__)]
        own = [(file, line) for file, line in frames if Path(file).is_relative_to(self.folder)]
        return (Path(own[-1][0]), own[-1][1]) if own else None


def jinja_environment(loader: BaseLoader) -> Environment:
    """What ffc's own templates run in."""
    from jinja2 import Environment, StrictUndefined

    return Environment(
        autoescape=False,
        keep_trailing_newline=True,
        loader=loader,
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )


@contextmanager
def _at_most(more: int) -> Iterator[None]:
    """No deeper than that: with ffc's own limit, for syntax trees, the stack would overflow."""
    depth, frame = 0, sys._getframe()
    while frame.f_back is not None:
        depth, frame = depth + 1, frame.f_back
    old = sys.getrecursionlimit()
    sys.setrecursionlimit(depth + more)
    try:
        yield
    finally:
        sys.setrecursionlimit(old)
