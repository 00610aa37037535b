"""Apps that are nearly right: the cases of `tests/cases`, with lines and words lost, doubled or
moved at random places. Each makes a driver, or an error with a place; ffc itself never fails.

`FFC_MUTANTS=5000 pytest tests/cli/test_mutants.py` tries more of them.
"""

from __future__ import annotations

import os
import random
import re
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from .compile_server import Server

APPS = sorted((Path(__file__).parents[1] / "cases").glob("*/app.py"))
COUNT = int(os.environ.get("FFC_MUTANTS", "120"))
PARTS = 8
_WORD = re.compile(r"\w+|[^\w\s]|\s+")

Pieces = list[str]


def _lose(pieces: Pieces, chance: random.Random) -> None:
    del pieces[chance.randrange(len(pieces))]


def _double(pieces: Pieces, chance: random.Random) -> None:
    at = chance.randrange(len(pieces))
    pieces.insert(at, pieces[at])


def _swap(pieces: Pieces, chance: random.Random) -> None:
    one, other = chance.randrange(len(pieces)), chance.randrange(len(pieces))
    pieces[one], pieces[other] = pieces[other], pieces[one]


def _move(pieces: Pieces, chance: random.Random) -> None:
    piece = pieces.pop(chance.randrange(len(pieces)))
    pieces.insert(chance.randrange(len(pieces) + 1), piece)


def _replace(pieces: Pieces, chance: random.Random) -> None:
    pieces[chance.randrange(len(pieces))] = chance.choice(pieces)


CHANGES: list[Callable[[Pieces, random.Random], None]] = [_lose, _double, _swap, _move, _replace]


def mutant(number: int) -> tuple[str, str]:
    """A name and the text of the app, the same ones in every run."""
    chance = random.Random(number)
    app = APPS[chance.randrange(len(APPS))]
    text = app.read_text(encoding="utf-8")
    for _ in range(chance.randint(1, 4)):
        for _ in range(chance.choice((1, 20))):
            changed = _changed(text, chance)
            if _is_python(changed):
                break
        text = changed
    return f"{app.parent.name}, seed {number}", text


def _changed(text: str, chance: random.Random) -> str:
    by_line = chance.random() < 0.4
    pieces = text.splitlines(keepends=True) if by_line else _WORD.findall(text)
    if len(pieces) > 1:
        chance.choice(CHANGES)(pieces, chance)
    return "".join(pieces)


def _is_python(text: str) -> bool:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(text, "app", "exec")
    except (SyntaxError, ValueError):
        return False
    return True


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    started = Server()
    yield started
    started.close()


@pytest.mark.parametrize("part", range(PARTS))
def test_mutants(server: Server, part: int) -> None:
    failed = {}
    for number in range(part, COUNT, PARTS):
        name, text = mutant(number)
        outcome = server.compile(text)
        if outcome.failure:
            failed[name] = f"{outcome.failure}\n{text}"
    assert not failed, "\n\n".join(f"{name}\n{found}" for name, found in failed.items())


def test_most_mutants_are_python() -> None:
    """Or else they would only test the parser."""
    assert sum(_is_python(mutant(number)[1]) for number in range(100)) >= 40
