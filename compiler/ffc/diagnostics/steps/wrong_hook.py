"""FFC516: A method of a step is not as the step calls it."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error


@dataclass(frozen=True)
class WrongHook(Error):
    """A method of a step is not as the step calls it.

    Steps call the methods of your class with certain arguments, one after another and in one
    thread: none of them is `async`, and only `load` of a `GeneratorSourceStep` yields.

    Example:

        class Add(Step):
            def on_item(self, item):
                ...

    Write the method as the message says: `def on_item(self, item, note):`.
    """

    code = "FFC516"

    hook: str
    step: str
    reason: str
    right: str

    @property
    def message(self) -> str:
        of = f"`{self.step}.{self.hook}`" if self.hook else f"the function `{self.step}`"
        return f"{of} {self.reason}"

    @property
    def help(self) -> str:
        return self.right
