"""What `ffc check` found, in the form that was asked for."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from ..project.checking import Finding, up_to_date

if TYPE_CHECKING:
    from ..diagnostics import Sink

FORMS = ("github", "json", "sarif", "text")
_TITLES = {
    "MISSING": "A source has no driver.",
    "CHANGED": "A driver is not what its source gives.",
    "EXTRA": "A driver whose source is gone.",
    "UNREADABLE": "A driver cannot be read.",
}


def show(found: Sequence[Finding], sink: Sink, drivers: int, form: str) -> None:
    """Prints findings and diagnostics: for programs, both are one document."""
    from .report import report

    if form in ("json", "sarif"):
        click.echo(_as_json(found, sink) if form == "json" else _as_sarif(found, sink))
        return
    report(sink, form)
    for finding in found:
        click.echo(_as_command(finding) if form == "github" else _line(finding))
    if not found and not sink.has_errors:
        click.echo(up_to_date(drivers))


def _line(finding: Finding) -> str:
    """`CHANGED apps/one_driver.py, to mend it: ffc compile apps/one.py`."""
    if not finding.command:
        return f"{finding.state} {finding.driver}: {finding.message}"
    return f"{finding.state} {finding.driver}, to mend it: {finding.command}"


def _message(finding: Finding) -> str:
    if not finding.command:
        return finding.message
    return f"{finding.message}; to mend it: {finding.command}"


def _as_command(finding: Finding) -> str:
    from ..diagnostics.render.github import data, property_of

    title = property_of(f"{finding.state} {finding.driver}")
    place = f"file={property_of(finding.driver)},line=1,title={title}"
    return f"::error {place}::{data(_message(finding))}"


def _as_json(found: Sequence[Finding], sink: Sink) -> str:
    from ..diagnostics.render import FORMATS

    diagnostics = json.loads(FORMATS["json"](sink.diagnostics))
    document = {"drivers": [one._asdict() for one in found], "diagnostics": diagnostics}
    return json.dumps(document, indent=2)


def _as_sarif(found: Sequence[Finding], sink: Sink) -> str:
    from ..diagnostics.render.sarif import Result, render

    results = (
        Result(f"driver-{one.state.lower()}", _TITLES[one.state], _message(one), one.driver)
        for one in found
    )
    return render(sink.diagnostics, results).rstrip("\n")
