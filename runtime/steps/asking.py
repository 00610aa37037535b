"""Answers to the questions of steps: from the terminal, or from a file."""

from __future__ import annotations

import json
import sys
from typing import Any


class Answers:
    """Who answers: a file of JSON, with a list of answers for each step, else stdin.

    A file with one list has the answers of all steps, in the order of the questions.
    """

    def __init__(
        self, file: str | None = None, way_out: str = "give it --answers FILE"
    ) -> None:
        self.way_out = way_out
        self.given: Any = None
        if file is not None:
            with open(file, encoding="utf-8") as text:
                self.given = json.load(text)

    def __call__(self, step: str, prompt: Any) -> Any:
        """The answer to `prompt` of `step`. SystemExit where nobody can answer."""
        if self.given is None:
            return self._typed(step, prompt)
        answers = (
            self.given.get(step, []) if isinstance(self.given, dict) else self.given
        )
        if not answers:
            raise SystemExit(
                f"{step} asks {prompt['msg']!r}: there is no answer left in the file"
            )
        try:
            return checked(prompt, answers.pop(0))
        except ValueError as wrong:
            raise SystemExit(f"{step} asks {prompt['msg']!r}: {wrong}") from None

    def _typed(self, step: str, prompt: Any) -> Any:
        choices = prompt.get("options", {}).get("choices", ())
        hint = "yes or no" if prompt["type"] == "bool" else ", ".join(map(str, choices))
        question = (
            f"[{step}] {prompt['data']!r}\n{prompt['msg']}{hint and f' ({hint})'} "
        )
        while True:
            print(question, end="", file=sys.stderr, flush=True)
            line = sys.stdin.readline()
            if not line:
                raise SystemExit(
                    f"\n{step} asks {prompt['msg']!r}, and nobody can answer: "
                    f"run this on a terminal, or {self.way_out}"
                )
            try:
                return parsed(prompt, line.rstrip("\n"))
            except ValueError as wrong:
                print(wrong, file=sys.stderr)


def parsed(prompt: Any, line: str) -> Any:
    """The answer in a line of text; an empty one is the default. Or ValueError."""
    kind = prompt["type"]
    if not line.strip():
        return prompt["def"]
    if kind == "bool":
        words = {
            "y": True,
            "yes": True,
            "true": True,
            "n": False,
            "no": False,
            "false": False,
        }
        return checked(prompt, words.get(line.strip().lower(), line))
    if kind == "selection":
        several = prompt["options"]["multiple_allowed"]
        return checked(
            prompt, [w.strip() for w in line.split(",")] if several else line.strip()
        )
    return line if kind == "string" else checked(prompt, json.loads(line))


def checked(prompt: Any, answer: Any) -> Any:
    """The answer, if it is one. ValueError if not."""
    kind = prompt["type"]
    if kind == "selection":
        choices, several = (
            prompt["options"]["choices"],
            prompt["options"]["multiple_allowed"],
        )
        chosen = answer if several and isinstance(answer, list) else [answer]
        if not all(one in choices for one in chosen):
            raise ValueError(f"{answer!r} is none of {', '.join(map(repr, choices))}")
        return answer
    wanted: Any = {
        "bool": bool,
        "number": (int, float),
        "string": str,
        "dict": dict,
    }.get(kind, list)
    if not isinstance(answer, wanted) or (
        kind == "number" and isinstance(answer, bool)
    ):
        raise ValueError(f"{answer!r} is no {kind}")
    return answer
