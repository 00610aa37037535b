"""What becomes of random step graphs."""

from __future__ import annotations

from difflib import unified_diff
from unittest.mock import patch

from ffc.emit import driver as emit_driver

from ..judging.judge import Kind, Verdict, judge, unformatted
from ..judging.process import run_local
from .generator import generate
from .simulation import simulated

CHUNKS = (None, 1, 2, 3, 1000)


def verdict_on(seed: int, chunks: tuple[int | None, ...]) -> tuple[str, Verdict]:
    """The app of a seed, and whether its driver prints the same with chunks of these sizes."""
    app = generate(seed)
    printed = run_local(app)
    with patch.object(emit_driver, "format_driver", unformatted):
        verdict = judge(app, printed, None)
    for chunk in chunks if verdict.kind is Kind.RIGHT else ():
        arguments = () if chunk is None else ("--chunk", str(chunk))
        ran = simulated(verdict.driver, seed, *arguments)
        if ran.error:
            title = f"{arguments} {ran.error.strip().splitlines()[-1]}"
            return app, Verdict(Kind.FAILED, title, ran.error, verdict.driver)
        if ran.stdout != printed:
            details = "\n".join(unified_diff(printed.splitlines(), ran.stdout.splitlines()))
            return app, Verdict(Kind.DIFFERS, str(arguments), details, verdict.driver)
    return app, verdict
