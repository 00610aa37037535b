"""Who answers the questions of steps in this process."""

from __future__ import annotations

import os
from functools import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def ask(title: str, prompt: Any) -> Any:
    """Return the answer to a question of the step `title`.

    It comes from the file that the environment variable FFC_ANSWERS names, else from the terminal.
    """
    return _answers(os.environ.get("FFC_ANSWERS"))(title, prompt)


@cache  # one file has the answers to all that the process asks
def _answers(file: str | None) -> Any:
    from ffc.runtime.steps.asking import Answers

    return Answers(file, "name a file of answers in FFC_ANSWERS")
