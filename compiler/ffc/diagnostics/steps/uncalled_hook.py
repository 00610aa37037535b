"""FFC517: A method looks like one that steps call, and nobody calls it."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Warning_


@dataclass(frozen=True)
class UncalledHook(Warning_):
    """A method looks like one that steps call, and nobody calls it.

    Its name is misspelt, or belongs to another kind of step: only a source is asked for `load`.

    Example:

        class Add(Step):
            def on_dat(self, note):
                note["n"] += 1

    Give it the name that is meant. A method that other code calls under a name that ffc cannot see
    is silenced with `# ffc: ignore[FFC517]`.
    """

    code = "FFC517"

    method: str
    step: str
    meant: str | None
    only: str
    hooks: tuple[str, ...]

    @property
    def message(self) -> str:
        return f"nobody calls `{self.step}.{self.method}`"

    @property
    def notes(self) -> tuple[str, ...]:
        return (f"only a `{self.only}` calls `{self.method}`",) if self.only else ()

    @property
    def help(self) -> str:
        if self.only:
            return f"derive the class from `{self.only}`"
        if self.meant is not None:
            return f"did you mean `{self.meant}`?"
        return "its base calls " + ", ".join(f"`{name}`" for name in self.hooks)
