"""FFC515: A step lacks a method that it cannot do without."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error


@dataclass(frozen=True)
class MissingHook(Error):
    """A step lacks a method that it cannot do without.

    A source gives its notes in `load`, a `BatchStep` works on them in `on_item_batch`, and a
    `PromptStep` takes answers in `on_prompt_response`. A step whose `Outputs` do not have `"out"`
    says in `route` by which of them a note leaves.

    Example:

        @gb.remote
        class Numbers(SourceStep):
            Outputs = ["out"]

    Write the method that the message names.
    """

    code = "FFC515"

    step: str
    base: str
    hook: str
    right: str
    why: str

    @property
    def message(self) -> str:
        return f"the {self.base} `{self.step}` has no `{self.hook}`: {self.why}"

    @property
    def help(self) -> str:
        return f"write `def {self.right}:`"
