"""What changed, for the comment of a pull request.

What the app calls its nodes stands in fenced blocks, where nothing of it means anything. Their
language is `diff`, which gives lines their colors.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..diagnostics.render.cells import plain
from ..graphs.text import unpainted
from .changes import FlowReview, Review
from .text import flow_lines
from .words import summary

_SIGN = re.compile(r"^  ([-+~>]) ")
_DIFF = {"+": "+", "-": "-", "~": "!", ">": "!"}


def as_markdown(reviews: Sequence[Review]) -> str:
    """A heading and a line for each source, its workflows folded."""
    lines: list[str] = []
    for review in reviews:
        lines += ["", *_review(review)]
    return "".join(f"{line}\n" for line in lines[1:])


def _review(review: Review) -> Iterator[str]:
    yield f"#### {span(review.source)}: {summary(review)}"
    yield ""
    yield f"<sub>{_html(review.old)} to {_html(review.new)}</sub>"
    for flow in review.flows:
        if not flow.is_empty:
            yield from _flow(flow)


def _flow(flow: FlowReview) -> Iterator[str]:
    head, *inside = flow_lines(flow, unpainted)
    inside = [_SIGN.sub(lambda found: f"{_DIFF[found[1]]} ", line).rstrip() for line in inside]
    ticks = max([2, *(len(run) for line in inside for run in re.findall("`+", line))]) + 1
    yield ""
    yield f"<details><summary>{_html(head)}</summary>"
    yield ""
    yield f"{'`' * ticks}diff"
    yield from inside
    yield "`" * ticks
    yield ""
    yield "</details>"


def _html(text: str) -> str:
    """Text inside HTML; no character of it means anything to Markdown either."""
    return "".join(c if c.isalnum() or c in " ,.-/" else f"&#{ord(c)};" for c in plain(text))


def span(text: str) -> str:
    """A span of code with that text."""
    shown = plain(text)
    ticks = "`" * (max([0, *map(len, re.findall("`+", shown))]) + 1)
    edge = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{ticks}{edge}{shown}{edge}{ticks}"
