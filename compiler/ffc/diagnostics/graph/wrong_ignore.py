"""FFC413: A comment `ffc: ignore` without codes that can be silenced."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Warning_


@dataclass(frozen=True)
class WrongIgnore(Warning_):
    """A comment `ffc: ignore` without codes that can be silenced.

    It must name the codes that it silences, in brackets, with commas between them. Only warnings
    about the graph can be silenced, `FFC4xx` and `FFC5xx`.

    Example:

        CACHE[key] = value  # ffc: ignore

    Name the codes: `# ffc: ignore[FFC406]`.
    """

    code = "FFC413"

    named: str
    exists: bool
    close: str | None

    @property
    def message(self) -> str:
        if not self.named:
            return "`ffc: ignore` names no code"
        if self.exists:
            return f"`{self.named}` cannot be silenced"
        return f"there is no code `{self.named}`"

    @property
    def help(self) -> str:
        if not self.named:
            return "name what it silences: `# ffc: ignore[FFC406]`"
        if self.close is not None:
            return f"did you mean `{self.close}`?"
        return "only warnings about the graph can be silenced, `FFC4xx` and `FFC5xx`"
