"""FFC217: Code that the driver keeps uses something of the wiring."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error


@dataclass(frozen=True)
class UnstagedUse(Error):
    """Code that the driver keeps uses something of the wiring.

    A function, class or statement that stays as it is would call a task or a name of the workflow
    library, which do not exist in the driver as they do in the app.

    Example:

        @task
        def train(data):
            return fit(clean(data))  # clean is a task too

    Make a plain function of what both need, and let the task call it.
    """

    code = "FFC217"

    name: str
    user: str

    @property
    def message(self) -> str:
        return f"`{self.user}` uses `{self.name}`, which is part of the wiring"

    @property
    def help(self) -> str:
        return "give it nodes as arguments, and move code that tasks share into a plain function"
