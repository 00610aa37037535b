"""`python -m tests.property.graphs 500`: random step graphs, run on the stand-in for Ray.

Each is compiled once, and run with chunks of several sizes. Those that fail are shown.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter

from ..judging.judge import Kind
from .judging import CHUNKS, verdict_on


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.property.graphs", description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=100)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    options = parser.parse_args()
    kinds: Counter[str] = Counter()
    for seed in range(options.seed, options.seed + options.count):
        app, found = verdict_on(seed, CHUNKS)
        kinds[found.kind.value] += 1
        if found.kind is not Kind.RIGHT:
            print(f"seed {seed}: {found.kind.value} {found.title}\n{app}\n{found.details[-2000:]}")
    print(f"from seed {options.seed}: {dict(kinds)}")
    return int(kinds.total() > kinds[Kind.RIGHT.value])


if __name__ == "__main__":
    raise SystemExit(main())
