"""FFC106: A template cannot be used."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error


@dataclass(frozen=True)
class WrongTemplate(Error):
    """A template cannot be used.

    A template of `--template-dir` is no Jinja, names what is not there, overrides a block that is
    not in ffc's template, or makes something that is no driver.

    Example:

        {% block licence %}  {# ffc calls it license #}

    Correct the template; docs/templates.md has the blocks, and what a driver must keep.
    """

    code = "FFC106"

    reason: str

    @property
    def message(self) -> str:
        return f"the template cannot be used: {self.reason}"
