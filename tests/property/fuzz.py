"""`make fuzz N=1000`: any number of random apps, and what became of them.

Each app that fails is written to `fuzz_failures/SEED/`, with its driver and what is wrong. An app
that failed once becomes a case in `tests/cases`.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from ..cluster import start_cluster
from .constructs import FAMILIES
from .judging.judge import Judge, Kind, Mode
from .judging.pool import Judged, Work, judged
from .judging.smaller import smaller

FOLDER: Final = Path("fuzz_failures")
_SHOWN: Final = 5  # seeds of one cause


def main(arguments: Sequence[str] | None = None) -> int:
    options = _options(arguments)
    seeds = range(options.seed, options.seed + options.count)
    print(f"{len(seeds)} apps from seed {seeds.start}, mode {options.mode.value}", flush=True)
    shutil.rmtree(FOLDER, ignore_errors=True)
    with _cluster(options.mode) as cluster:
        work = Work(options.only, options.mode, cluster)
        done = _followed(judged(seeds, work, options.processes), len(seeds))
        if options.smaller:
            _make_smaller(done, work, options.smaller)
    _report(done, options.used)
    return int(any(one.verdict.kind is not Kind.RIGHT for one in done))


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make fuzz", description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=100)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    parser.add_argument(
        "--mode", type=Mode, default=Mode.RAY, help="local, compile, simulate or ray"
    )
    families = ", ".join(FAMILIES)
    parser.add_argument("--only", type=_families, default=FAMILIES, help=f"some of {families}")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--smaller", type=int, default=0, help="apps of each cause to reduce")
    parser.add_argument("--used", action="store_true", help="show how often constructs are used")
    return parser.parse_args(arguments)


def _families(text: str) -> tuple[str, ...]:
    return tuple(text.replace(",", " ").split()) or FAMILIES


class _cluster:
    """The address of a Ray of our own, if the mode needs one."""

    def __init__(self, mode: Mode) -> None:
        self._is_needed = mode is Mode.RAY

    def __enter__(self) -> str:
        if not self._is_needed:
            return ""
        return start_cluster()

    def __exit__(self, *_: object) -> None:
        if self._is_needed:
            import ray

            ray.shutdown()


def _followed(results: Iterable[Judged], count: int) -> list[Judged]:
    """All results, with a line of progress now and then; failures are written as they come."""
    done: list[Judged] = []
    failed, shown = 0, time.monotonic()
    for one in results:
        done.append(one)
        if one.verdict.kind is not Kind.RIGHT:
            failed += 1
            _write(one)
        if time.monotonic() > shown + 5:
            shown = time.monotonic()
            print(f"{len(done)} of {count}, {failed} failed", flush=True)
    return done


def _write(one: Judged) -> None:
    folder = FOLDER / str(one.seed)
    folder.mkdir(parents=True, exist_ok=True)
    files = {
        "verdict.txt": f"{one.verdict.kind.value}: {one.verdict.title}\n{one.verdict.details}\n"
    }
    if one.app is not None:
        files |= {"app.py": one.app.source, "expected.txt": one.app.printed}
    if one.verdict.driver:
        files["app_driver.py"] = one.verdict.driver
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")


def _make_smaller(done: Sequence[Judged], work: Work, count: int) -> None:
    """Beside some failing apps of each cause, ones that are as small as can be found."""
    judge = Judge(work.mode, work.cluster)
    reduced: Counter[tuple[Kind, str]] = Counter()
    for one in sorted(done, key=lambda one: one.seed):
        cause = one.verdict.kind, one.verdict.title
        if one.app is None or not one.verdict.is_failure or reduced[cause] == count:
            continue
        reduced[cause] += 1
        source = smaller(one.app.source, one.verdict, judge)
        (FOLDER / str(one.seed) / "smaller.py").write_text(source, encoding="utf-8")
        print(f"\n--- {one.seed}, {cause[0].value}: {cause[1]}\n{source}", flush=True)
    judge.close()


def _report(done: Sequence[Judged], used: bool) -> None:
    kinds = Counter(one.verdict.kind for one in done)
    causes = defaultdict(list)
    for one in done:
        if one.verdict.kind is not Kind.RIGHT:
            causes[one.verdict.kind.value, one.verdict.title[:150]].append(one)
    print()
    for (kind, title), those in sorted(causes.items(), key=lambda item: -len(item[1])):
        print(f"{len(those):5} {kind}: {title}")
        lines = Counter(_culprit(one) for one in those)
        for line, count in lines.most_common(_SHOWN):
            print(f"      {count:5} {line}")
        print(f"            seeds {', '.join(str(one.seed) for one in those[:_SHOWN])}")
    if used:
        print("\nHow often each construct is used:")
        for name, count in sum((one.app.used for one in done if one.app), Counter()).most_common():
            print(f"{count:7} {name}")
    again = sum(one.app.attempts for one in done if one.app)
    print(f"\n{again} more were made, and left out as they were not legal as a whole")
    counts = ", ".join(f"{kinds[kind]} {kind.value}" for kind in Kind if kinds[kind])
    print(f"{len(done)} apps: {counts}")
    if causes:
        print(f"The failures are in {FOLDER}/. One of them again: make fuzz N=1 SEED=…")


def _culprit(one: Judged) -> str:
    """The source line that a refusal is about."""
    is_refusal = one.verdict.kind is Kind.REFUSED
    return one.verdict.details.splitlines()[1].strip()[:110] if is_refusal else ""


if __name__ == "__main__":
    sys.exit(main())
