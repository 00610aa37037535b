"""FFC302: Wrong value of an option."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error


@dataclass(frozen=True)
class WrongValue(Error):
    """Wrong value of an option.

    The value has the wrong type or is out of range. Some such values Ray notices only when the
    node is submitted, after part of the driver has run: `scheduling_strategy="spread"`,
    `num_gpus=1.5`, `max_retries=None`.

    Example:
        flow.query("model").set_remote_args({"num_gpus": 1.5})

    Write what the message says is expected. A value that only the running driver knows, such as
    `int(os.environ["CPUS"])`, is never complained about.
    """

    code = "FFC302"

    what: str
    expected: str
    given: str
    hint: str = ""

    @property
    def message(self) -> str:
        return f"{self.what} takes {self.expected}, not {self.given}"

    @property
    def help(self) -> str:
        return self.hint
