"""What changed, for programs: docs/diff.md says what stands there."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from .changes import Change, Detail, FlowReview, Results, Review
from .words import summary

FORMAT, VERSION = "ffc-diff", 1


def as_json(reviews: Sequence[Review]) -> str:
    """All sources, in the order in which they were asked for."""
    said = {"format": FORMAT, "version": VERSION, "sources": [_review(one) for one in reviews]}
    return json.dumps(said, indent=2, ensure_ascii=False) + "\n"


def _review(one: Review) -> dict[str, Any]:
    return {
        "source": one.source,
        "old": one.old,
        "new": one.new,
        "change": "same" if one.is_empty else one.what.value,
        "summary": summary(one),
        "workflows": [_flow(flow) for flow in one.flows],
    }


def _flow(one: FlowReview) -> dict[str, Any]:
    return {
        "title": one.title,
        "change": "same" if one.is_empty else one.what.value,
        "details": [_detail(detail) for detail in one.details],
        "nodes": [_change(change) for change in one.changes],
        "code": [
            {"function": code.function, "changed": [*code.changed], "nodes": [*code.nodes]}
            for code in one.code
        ],
        "results": None if one.results is None else _results(one.results),
    }


def _change(one: Change) -> dict[str, Any]:
    return {
        "change": one.what.value,
        "label": one.label,
        "names": [{"old": old, "new": new} for old, new in one.names],
        "call": one.call,
        "details": [_detail(detail) for detail in one.details],
    }


def _detail(one: Detail) -> dict[str, Any]:
    return {"kind": one.kind.value, "subject": one.subject, "old": one.old, "new": one.new}


def _results(one: Results) -> dict[str, Any]:
    return {
        "fresh": one.fresh,
        "stale": [
            {"reason": stale.reason, "sure": stale.sure, "nodes": [*stale.nodes]}
            for stale in one.stale
        ],
        "new": [*one.new],
        "left_over": [*one.orphaned],
        "moved": one.moved or None,
    }
