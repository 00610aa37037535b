"""Times for people."""


def clock(seconds: float) -> str:
    """As a clock shows it: `1:05` or `2:00:09`."""
    hours, rest = divmod(int(seconds), 3600)
    text = f"{rest // 60}:{rest % 60:02}"
    return f"{hours}:{text:0>5}" if hours else text


def spent(seconds: float) -> str:
    """In words: `0.2 s`, `43 s`, `1:05`."""
    if seconds >= 60:
        return clock(seconds)
    return f"{seconds:.1f} s" if seconds < 9.95 else f"{seconds:.0f} s"
