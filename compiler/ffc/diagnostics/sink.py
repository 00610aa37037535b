"""Where the stages put their diagnostics, so that one run reports them all."""

from __future__ import annotations

from collections.abc import Callable

from .model import Diagnostic, Severity


class Sink:
    """Gathers diagnostics; the same one at the same place counts once."""

    def __init__(self) -> None:
        self._gathered: list[Diagnostic] = []
        self._seen: set[tuple[str, str, int]] = set()

    def report(self, diagnostic: Diagnostic) -> None:
        key = (diagnostic.code, diagnostic.message, id(diagnostic.span.anchor))
        if key not in self._seen:
            self._seen.add(key)
            self._gathered.append(diagnostic)

    def mark(self) -> tuple[int, set[tuple[str, str, int]]]:
        """What was said by now, to come back to."""
        return len(self._gathered), set(self._seen)

    def has_more_errors(self, mark: tuple[int, set[tuple[str, str, int]]]) -> bool:
        """Whether errors were reported since `mark`."""
        return any(d.severity is Severity.ERROR for d in self._gathered[mark[0] :])

    def restore(self, mark: tuple[int, set[tuple[str, str, int]]]) -> None:
        """Forgets what was said since `mark`."""
        length, self._seen = mark
        del self._gathered[length:]

    def drop(self, unwanted: Callable[[Diagnostic], bool]) -> None:
        """Takes out the diagnostics of which `unwanted` holds."""
        self._gathered = [one for one in self._gathered if not unwanted(one)]

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """All of them, in the order of their places."""
        return tuple(sorted(self._gathered, key=lambda d: (d.span.source.name, d.span.region)))

    @property
    def has_errors(self) -> bool:
        return any(d.severity is Severity.ERROR for d in self._gathered)
