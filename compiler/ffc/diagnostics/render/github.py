"""Diagnostics for GitHub Actions: workflow commands, shown beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterable

from ..model import Diagnostic


def render(diagnostics: Iterable[Diagnostic]) -> str:
    """One `::error …` or `::warning …` line for each diagnostic."""
    return "".join(f"{_command(diagnostic)}\n" for diagnostic in diagnostics)


def _command(diagnostic: Diagnostic) -> str:
    region = diagnostic.span.region
    properties = {"file": diagnostic.span.source.name, "line": region.line}
    if region.end_line == region.line:
        properties |= {
            "col": region.column,
            "endLine": region.end_line,
            "endColumn": region.end_column,
        }
    else:  # GitHub takes columns only on one line
        properties["endLine"] = region.end_line
    properties["title"] = diagnostic.code
    listed = ",".join(f"{name}={property_of(str(value))}" for name, value in properties.items())
    return f"::{diagnostic.severity.value} {listed}::{data(_body(diagnostic))}"


def _body(diagnostic: Diagnostic) -> str:
    remarks = [f"note: {note}" for note in diagnostic.notes]
    if diagnostic.help:
        remarks.append(f"help: {diagnostic.help}")
    return "\n".join([diagnostic.message, *remarks])


def data(text: str) -> str:
    """`text` as what a workflow command says."""
    text = text.encode("utf-8", "replace").decode()  # lone surrogates cannot be written
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def property_of(text: str) -> str:
    """`text` as the value of a property of a workflow command."""
    return data(text).replace(":", "%3A").replace(",", "%2C")
