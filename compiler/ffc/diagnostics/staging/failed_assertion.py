"""FFC224: An assertion about the wiring fails."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error


@dataclass(frozen=True)
class FailedAssertion(Error):
    """An assertion about the wiring fails.

    The app itself would end there, before anything runs.

    Example:

        models = [train(rate) for rate in RATES]
        assert len(models) == 3

    Change the app so that the assertion holds.
    """

    code = "FFC224"

    @property
    def message(self) -> str:
        return "this assertion fails when the app is run"
