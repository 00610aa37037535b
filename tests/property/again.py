"""`python -m tests.property.again fuzz_failures/*/app.py`: what becomes of these apps now."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from .judging.judge import Judge, Kind, Mode
from .judging.process import TooLong
from .judging.smaller import smaller
from .judging.strict import Illegal, run_legal


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.property.again", description=__doc__)
    parser.add_argument("apps", type=Path, nargs="+")
    parser.add_argument("--mode", type=Mode, default=Mode.SIMULATE, help="compile or simulate")
    parser.add_argument("--smaller", action="store_true", help="show a smaller app that fails so")
    options = parser.parse_args(arguments)
    judge = Judge(options.mode)
    failed = 0
    for path in options.apps:
        app = path.read_text(encoding="utf-8")
        try:
            verdict = judge.verdict(app, run_legal(app))
        except (Exception, Illegal, TooLong) as error:
            print(f"{path}: not legal: {error}")
            continue
        print(f"{path}: {verdict.kind.value} {verdict.title}", flush=True)
        if verdict.kind is not Kind.RIGHT:
            failed += 1
            print("\n".join(f"    {line}" for line in verdict.details.splitlines()[-8:]))
            if options.smaller:
                print(f"\n{smaller(app, verdict, judge)}")
    print(f"{failed} of {len(options.apps)} apps fail")
    return int(failed > 0)


if __name__ == "__main__":
    raise SystemExit(main())
