"""FFC407: A task changes an argument in place."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Warning_


@dataclass(frozen=True)
class ArgumentChange(Warning_):
    """A task changes an argument in place.

    NumPy arrays arrive read-only: to change one raises `ValueError`. Anything else arrives as a
    copy, and the change is lost for the driver and the other tasks that have the same value, though
    they see it when the app runs in one process.

    Example:

        @task
        def scale(data):
            data[0] = 0
            return data

    Change a copy (`data = data.copy()` first) and return it.
    """

    code = "FFC407"

    name: str
    function: str

    @property
    def message(self) -> str:
        return f"`{self.function}` changes its argument `{self.name}` in place"

    @property
    def notes(self) -> tuple[str, ...]:
        return (
            "a NumPy array arrives read-only: the change raises `ValueError`",
            "anything else arrives as a copy: nobody else sees the change",
        )

    @property
    def help(self) -> str:
        return f"change a copy and return it: bind `{self.name}` to the copy first"
