"""SARIF 2.1.0, which code scanning reads: GitHub's, GitLab's, editors'.

The schema: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import inspect
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from ...source import Span
from ..model import Diagnostic, Severity

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


@dataclass(frozen=True)
class Result:
    """Something to say about a whole file that is no diagnostic of an app."""

    rule: str
    title: str
    message: str
    file: str


def render(diagnostics: Iterable[Diagnostic], results: Iterable[Result] = ()) -> str:
    """One run of ffc, indented, in plain ASCII, with a final newline."""
    diagnostics, results = tuple(diagnostics), tuple(results)
    rules = {one.code: _rule(type(one)) for one in diagnostics}
    rules |= {one.rule: {"id": one.rule, "shortDescription": _text(one.title)} for one in results}
    places = {rule: index for index, rule in enumerate(rules)}
    found = [_of_diagnostic(one, places) for one in diagnostics]
    found += [_of_file(one, places) for one in results]
    run = {
        "tool": {"driver": {"name": "ffc", "rules": list(rules.values())}},
        "columnKind": "unicodeCodePoints",
        "results": found,
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(kind: type[Diagnostic]) -> dict[str, Any]:
    title, _, rest = inspect.cleandoc(kind.__doc__ or kind.code).partition("\n")
    return {
        "id": kind.code,
        "name": kind.__name__,
        "shortDescription": _text(title),
        "fullDescription": _text(rest.strip() or title),
        "defaultConfiguration": {"level": _level(kind.severity)},
    }


def _of_diagnostic(diagnostic: Diagnostic, places: Mapping[str, int]) -> dict[str, Any]:
    remarks = [*diagnostic.notes, *filter(None, [diagnostic.help])]
    related = [
        {**_location(span), "message": _text(label or "see also")}
        for span, label in diagnostic.related
    ]
    return {
        "ruleId": diagnostic.code,
        "ruleIndex": places[diagnostic.code],
        "level": _level(diagnostic.severity),
        "message": _text("\n".join([diagnostic.message, *remarks])),
        "locations": [_location(diagnostic.span)],
        **({"relatedLocations": related} if related else {}),
    }


def _of_file(result: Result, places: Mapping[str, int]) -> dict[str, Any]:
    place = {"artifactLocation": {"uri": _uri(result.file)}, "region": {"startLine": 1}}
    return {
        "ruleId": result.rule,
        "ruleIndex": places[result.rule],
        "level": "error",
        "message": _text(result.message),
        "locations": [{"physicalLocation": place}],
    }


def _location(span: Span) -> dict[str, Any]:
    region = span.region
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(span.source.name)},
            "region": {
                "startLine": max(1, region.line),
                "startColumn": max(1, region.column),
                "endLine": max(1, region.end_line),
                "endColumn": max(1, region.end_column),
            },
        }
    }


def _uri(name: str) -> str:
    """A path within the repository stays relative; one that is absolute begins with `file:`."""
    if os.path.isabs(name):
        return Path(name).as_uri()
    return quote(os.fsencode(Path(name).as_posix()), safe="/")


def _level(severity: Severity) -> str:
    return severity.value  # "error" and "warning" are SARIF's words, too


def _text(words: str) -> dict[str, str]:
    return {"text": words.encode("utf-8", "replace").decode()}  # lone surrogates are no JSON
