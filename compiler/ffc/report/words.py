"""Times and numbers as people read them."""

from __future__ import annotations

from datetime import datetime, timezone


def duration(seconds: float) -> str:
    """`12 ms`, `3.42 s`, `12.5 s`, `2 min 05 s`, `1 h 04 min`, `3 d 02 h`."""
    if seconds < 0.0005:
        return "0 s" if seconds <= 0 else "< 1 ms"
    if seconds < 0.9995:
        return f"{seconds * 1000:.0f} ms"
    if seconds < 59.95:
        return f"{seconds:.2f} s" if seconds < 9.995 else f"{seconds:.1f} s"
    whole = round(seconds)
    if whole < 3600:
        return f"{whole // 60} min {whole % 60:02d} s"
    if whole < 86400:
        return f"{whole // 3600} h {whole % 3600 // 60:02d} min"
    return f"{whole // 86400:,} d {whole % 86400 // 3600:02d} h"


def moment(time: float) -> str:
    """`2026-11-23 16:10:03 UTC`."""
    try:
        return datetime.fromtimestamp(time, timezone.utc).strftime("%Y-%m-%d %H:%M:%S UTC")
    except (OverflowError, OSError, ValueError):
        return "an unknown time"


def counted(number: int, what: str) -> str:
    """`1 node`, `1,200 nodes`."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def rate(number: int, seconds: float) -> str:
    """How many in a second."""
    if seconds <= 0:
        return ""
    per_second = number / seconds
    return f"{per_second:,.0f}" if per_second >= 99.5 else f"{per_second:.3g}"


def shortened(text: str, width: int) -> str:
    """`text` cut to `width` columns, as terminals count them."""
    from ..diagnostics.render.cells import cells

    columns = cells(" ".join(text.split()))
    if sum(cell.width for cell in columns) <= width:
        return "".join(cell.shown for cell in columns)
    kept, used = "", 1
    for cell in columns:
        used += cell.width
        if used > width:
            break
        kept += cell.shown
    return f"{kept.rstrip()}…"
