"""Does what a page says, as its reader would: in an empty folder, from the first block on."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from .blocks import DOCS, Block

_EXAMPLES: Final = Path(__file__).parents[2] / "examples"
_TIMES: Final = re.compile(r"\b\d+:\d\d\b|\b\d+(\.\d+)? ?(ms|s|min)\b")


@dataclass(frozen=True)
class Reader:
    """A reader in `folder`, whose drivers run on the Ray at `address`."""

    folder: Path
    address: str

    def do(self, block: Block) -> None:
        """Does one block; fails where the page is wrong."""
        if block.word == "part of":
            text = self._file(block.value).read_text(encoding="utf-8")
            assert block.text in text, f"{block.value} has no such lines:\n{text[:6000]}"
        elif block.word in ("illustration:", "tested in"):
            return
        elif block.title:
            self._write(block)
        elif block.language == "setup":
            ran = self._run(["bash", "-euc", block.text])
            assert ran.returncode == 0, ran.stdout
        elif block.language == "console":
            self._type(block)
        elif block.language == "python":
            ran = self._run([sys.executable, "-"], block.text)
            assert ran.returncode == 0, ran.stdout
        else:
            raise AssertionError(f"what to do with a block of {block.language}?")

    def _write(self, block: Block) -> None:
        file = self._file(block.title)
        text = block.text
        if block.language == "diff":
            old, new = _sides(block.text)
            before = file.read_text(encoding="utf-8")
            assert before.count(old) == 1, "the file has these lines once"
            text = before.replace(old, new)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def _type(self, block: Block) -> None:
        """Types the commands, and compares what they print with what stands below each."""
        commands = re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block.text, re.MULTILINE)
        assert commands, "a console has commands"
        assert block.text.startswith("$ ")
        for number, (command, expected) in enumerate(commands):
            ran = self._run(["bash", "-c", command])
            wanted = block.value if block.word == "exit" and number == len(commands) - 1 else "0"
            said = f"$ {command}\n{ran.stdout}"
            assert str(ran.returncode) == wanted, said
            assert is_like(ran.stdout, expected), f"{said}\nthe page has:\n{expected}"

    def _file(self, name: str) -> Path:
        return self.folder / name

    def _run(self, command: list[str], given: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command,
            cwd=self.folder,
            env=self._environment(),
            input=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=300,
        )

    def _environment(self) -> dict[str, str]:
        git = {f"GIT_{who}_{what}": "ada" for who in ("AUTHOR", "COMMITTER") for what in _PERSON}
        return {
            **os.environ,
            **git,
            "COLUMNS": "80",
            "DOCS": str(DOCS),
            "EXAMPLES": str(_EXAMPLES),
            "GIT_CEILING_DIRECTORIES": str(self.folder.parent),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "RAY_ADDRESS": self.address,
            "RAY_DEDUP_LOGS": "0",
        }


_PERSON: Final = ("NAME", "EMAIL")


def is_like(said: str, expected: str) -> bool:
    """Whether the text is what the page has.

    Durations and sizes differ. `...` is anything in its line; a line of nothing else, any number
    of lines.
    """
    lines = _timeless(expected).splitlines()
    pattern = "".join(_LINES if line == "..." else _pattern(line) for line in lines)
    return re.fullmatch(pattern, f"{_timeless(said)}\n" if lines else said) is not None


_LINES: Final = r"(?:.*\n)*?"


def _pattern(line: str) -> str:
    return ".*".join(map(re.escape, line.split("..."))) + "\n"


def _timeless(text: str) -> str:
    """The text without durations, sizes, and the width of columns that depends on them."""
    text = _TIMES.sub("<time>", text)
    text = re.sub(r"\b\d+ B\b", "<size>", text)
    text = re.sub(r"(?<=\S) {2,}", "  ", text)
    return re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE).strip("\n")


def _sides(diff: str) -> tuple[str, str]:
    """What a change takes away, with the lines around it, and what it puts there."""
    lines = [line for line in diff.splitlines() if not line.startswith("@@")]
    old = "".join(f"{line[1:]}\n" for line in lines if not line.startswith("+"))
    new = "".join(f"{line[1:]}\n" for line in lines if not line.startswith("-"))
    return old, new
