"""Every command and code block of the site does what its page says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .blocks import DOCS, Block, blocks_of, others_of
from .reader import Reader, is_like

PAGES = sorted(page.name for page in DOCS.glob("*.md"))
MADE = ("diagnostics.md",)  # from docstrings, whose examples have a test: tests/diagnostics
TEXTS = {name: (DOCS / name).read_text(encoding="utf-8") for name in PAGES}


@pytest.mark.parametrize("name", [name for name in PAGES if name not in MADE])
def test_page(name: str, cluster: str, tmp_path: Path) -> None:
    reader = Reader(tmp_path, cluster)
    for block in blocks_of(TEXTS[name]):
        try:
            reader.do(block)
        except AssertionError as error:
            raise AssertionError(f"docs/{name}:{block.line}: {error}") from None


@pytest.mark.parametrize("name", PAGES)
def test_all_code_is_in_blocks(name: str) -> None:
    assert others_of(TEXTS[name]) == []


def test_few_are_illustrations() -> None:
    """And each says why; tests that are named are there."""
    found = [block for name in PAGES if name not in MADE for block in blocks_of(TEXTS[name])]
    shown = [block for block in found if block.word == "illustration:"]
    assert len(shown) * 5 <= len(found), [block.value for block in shown]
    for block in found:
        if block.word == "tested in":
            assert (Path(__file__).parent / block.value).is_file()


def test_blocks() -> None:
    page = (
        'Text.\n\n```python title="a.py"\nx = 1\n```\n\n<!-- setup\nls\n-->\n'
        "<!-- exit 2 -->\n```console\n$ ffc\n```\n\n- list\n\n      more\n"
    )
    assert [*blocks_of(page)] == [
        Block(3, "python", "a.py", "x = 1\n"),
        Block(7, "setup", "", "ls\n"),
        Block(10, "console", "", "$ ffc\n", "exit", "2"),
    ]
    assert others_of(page) == []
    assert others_of("Text:\n\n    code\n\n  ```text\n  ```\n") == [
        "    code",
        "  ```text",
        "  ```",
    ]


@pytest.mark.parametrize(
    ("language", "title", "text", "word", "value"),
    [
        ("console", "", "$ echo a\nb\n", "", ""),
        ("console", "", "$ exit 1\n", "", ""),
        ("console", "", "$ true\n", "exit", "1"),
        ("console", "", "true\n", "", ""),
        ("python", "", "1 / 0\n", "", ""),
        ("text", "", "a\n", "", ""),
        ("text", "", "not there\n", "part of", "file"),
        ("diff", "file", "-not there\n+x\n", "", ""),
        ("setup", "", "false\ntrue\n", "", ""),
    ],
)
def test_wrong_blocks(
    language: str, title: str, text: str, word: str, value: str, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("x\n", encoding="utf-8")
    with pytest.raises(AssertionError):
        Reader(tmp_path, "").do(Block(1, language, title, text, word, value))


def test_right_blocks(tmp_path: Path) -> None:
    reader = Reader(tmp_path, "")
    reader.do(Block(1, "python", "a.py", "x = 1\ny = 2\n"))
    reader.do(Block(1, "diff", "a.py", " x = 1\n-y = 2\n+print(x)\n"))
    reader.do(Block(1, "console", "", "$ python a.py\n1\n$ cat a.py\nx = ...\nprint(x)\n"))
    reader.do(Block(1, "python", "", "import a\n"))
    reader.do(Block(1, "text", "", "x = 1\n", "part of", "a.py"))


def test_is_like() -> None:
    assert is_like("done in 1.5 s\n", "done in 0.3 s")
    assert is_like("a  303 B  12 s  b\n", "a   75 B   1 s  b\n")
    assert not is_like("  a  1\n", "    a  1\n")
    assert is_like("a\nb\nc\n", "a\n...\nc\n")
    assert is_like("a\nc\n", "a\n...\nc\n...\n")
    assert is_like("a: b\n", "a...\n")
    assert is_like("", "")
    assert not is_like("a\n", "")
    assert not is_like("a\nb\n", "a...\n")
    assert not is_like("a\nb\n", "a\n")
    assert not is_like("ab", "a.")


def test_links_of_the_site_stay_in_it() -> None:
    """A site has no files beside its pages."""
    for name, text in TEXTS.items():
        for link in re.findall(r"\]\((?!https?:)([^)#\s]+)", text):
            assert link in PAGES, f"{name} links to {link}"
