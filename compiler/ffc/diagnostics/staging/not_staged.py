"""FFC205: Wiring stands in a construct that is not staged."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error


@dataclass(frozen=True)
class NotStaged(Error):
    """Wiring stands in a construct that is not staged.

    Loops, conditions, comprehensions, `with`, `try`, functions and classes may make nodes. `async`
    code and a few others may not. Where only the driver knows whether a function returns, what
    follows becomes another branch; out of loops in each other, it cannot.

    Example:

        for folder in Path("data").iterdir():
            for path in folder.iterdir():
                if path.suffix == ".csv":
                    return load(path)

    Write it with other statements: assign the result to a variable, and return that behind the
    loop.
    """

    code = "FFC205"

    construct: str
    what: str

    @property
    def message(self) -> str:
        return f"{self.what} in {self.construct}: ffc does not stage this yet"

    @property
    def help(self) -> str:
        if self.what == "`return`":
            return "assign the result to a variable, and return that at the end of the function"
        if self.construct == "a set":
            return "make a list of it: the order of a set is another one each time"
        if self.what == "a task":
            return "define it outside, under a name of its own, and choose the node in the block"
        return "write it as statements one after another, or move it into a task"
