"""The page, as text and as what it is made of."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from ffc.report import page, read_run

from .hostile import TEXTS, hostile
from .markup import Page
from .pictures import curve
from .recorder import Recorder
from .samples import killed, reviews, season, sums
from .test_reading import RUN, written

TEMPLATES = Path(__file__).parent.parent.parent / "templates" / "report"


def made(file: Path) -> str:
    return page(read_run(file), file.parent)


@pytest.fixture(scope="module")
def season_page(tmp_path_factory: pytest.TempPathFactory) -> Page:
    return Page(made(season(tmp_path_factory.mktemp("season"))))


def test_small_page(tmp_path: Path, snapshot: SnapshotAssertion) -> None:
    """All but the style and the script, which are files of their own."""
    text = made(sums(tmp_path))
    for part in ("style", "script"):
        text, count = re.subn(f"(?s)<{part}>.*</{part}>", f"<{part}>…</{part}>", text)
        assert count == 1
    assert re.sub("sha256-[^']*", "sha256-…", text) == snapshot


def test_every_node_is_everywhere(season_page: Page) -> None:
    rows = season_page.all("tr")
    assert len([row for row in rows if "data-id" in row.attributes]) == 300
    assert len({one.attributes["id"] for one in season_page.all("article")}) == 304
    bars = {
        one.attributes["data-id"] for one in season_page.all("a") if "data-id" in one.attributes
    }
    assert len(bars) == 288  # those that were at work
    targets = {one.attributes["href"][1:] for one in season_page.all("a")}
    assert targets <= {one.attributes.get("id") for one in season_page.elements}


def test_loops_are_one_box(season_page: Page) -> None:
    titles = [one.text.split("\n")[0] for one in season_page.all("title")][1:]
    names = [title.replace("\N{MULTIPLICATION SIGN}", "") for title in titles]
    assert names[:5] == ["index", "load 24", "clean 24", "train 120", "score 120"]
    assert len(names) == 16
    boxes = dict(zip(names, season_page.all("a", class_="box"), strict=True))
    assert "failed" in boxes["train 120"].classes
    assert "done" in boxes["score 120"].classes  # but for one
    assert "skipped" in boxes["best"].classes
    parts = [one.classes[1] for one in season_page.all("rect", class_="part")]
    assert parts == "done stored done failed done skipped done".split()


def test_the_failure_comes_first(season_page: Page) -> None:
    (failure,) = season_page.all("section", class_="failure")
    assert "steady model 13 failed" in failure.text
    assert "train(points, 0.3, name='steady')" in failure.text
    assert "step = rate / gradient.std()\nZeroDivisionError: division by zero" in failure.text
    prevented = failure.text.partition("Not run because of it:")[2]
    assert prevented.split(", ")[:3] == [" score of steady 13", "mean 2", "best"]
    assert prevented.count(",") == 6
    assert season_page.source.index("Not run because") < season_page.source.index('"graph"')


def test_many_that_did_not_run_are_counted(tmp_path: Path) -> None:
    """Thirty are named, in the order of the graph."""
    run = Recorder()
    run.run("wide_driver")
    first = run.node("first", "f()", 1, [])
    run.fail(first, 1, "ValueError: no", "")
    for at in range(100):
        run.become(run.node(f"next {at}", "g(first)", 2, [first]), "skipped")
    run.become(run.node("apart", "h()", 3, []), "skipped")
    run.end("failed", 1)
    (failure,) = Page(made(run.write(tmp_path / "run.jsonl"))).all("section", class_="failure")
    assert "next 0, next 1," in failure.text
    assert failure.text.strip().endswith("next 29 and 70 more")


def test_figures(season_page: Page) -> None:
    counts = [
        one.text.split() for one in season_page.all("button") if "data-state" in one.attributes
    ]
    assert counts == [["1", "failed"], ["7", "skipped"], ["5", "stored"], ["287", "done"]]
    (slowest,) = season_page.all("div", class_="slowest")
    times = [one.text for one in season_page.all("span", class_="took")]
    assert (len(times), times[0]) == (5, "1 min 16 s")
    assert "quick model 23" in slowest.text
    (facts,) = season_page.all("dl", class_="facts")
    assert "8 workers on 2 machines" in facts.text
    assert "--fast" in facts.text


def test_logs_and_files(season_page: Page) -> None:
    images = season_page.all("img")
    assert len(images) == 2
    assert all(one.attributes["src"].startswith("data:image/png;base64,iVBOR") for one in images)
    assert any(one.text.startswith('{\n  "rate": 1.0,') for one in season_page.all("pre"))


def test_steps(tmp_path: Path) -> None:
    steps = Page(made(reviews(tmp_path)))
    judge = steps.by_id("node-3")
    assert re.search(r"in out\s*6,751\s*282", judge.text)
    assert re.search(r"out liked\s*4,054\s*169", judge.text)
    assert "limit=0.7" in judge.text
    assert "… and 36 more" in judge.text
    assert len(steps.all("polyline")) == 8


def test_a_driver_that_was_killed(tmp_path: Path) -> None:
    cut = Page(made(killed(tmp_path)))
    assert "cut short" in cut.all("span", class_="outcome")[0].text
    (sentence,) = cut.all("p", class_="sentence")
    assert "the driver was killed, or is still at work" in sentence.text
    assert "As the driver saw it" in cut.source
    assert cut.all("a", class_="running")


def test_no_nodes(tmp_path: Path) -> None:
    empty = Page(made(written(tmp_path, RUN)))
    assert "There are no nodes." in empty.source
    assert "Nothing was at work." in empty.source


def test_the_page_asks_for_nothing(season_page: Page) -> None:
    (rules,) = season_page.all("meta", http_equiv="Content-Security-Policy")
    assert rules.attributes["content"].startswith("default-src 'none'; img-src data:;")
    for element in season_page.elements:
        for name in ("src", "href"):
            assert element.attributes.get(name, "#").startswith(("#", "data:")), element
    assert not re.search(r"url\((?!#)|@import|https?:", season_page.source)


def test_hostile_text_is_text(tmp_path: Path) -> None:
    """No name, message or traceback becomes markup: the page has the elements it always has."""
    bad = Page(made(hostile(tmp_path)))
    (script,) = bad.all("script")
    assert script.text == (TEMPLATES / "page.js").read_text("utf-8")
    assert not [one for one in bad.elements if any(n.startswith("on") for n in one.attributes)]
    assert not [one for one in bad.all("img") if not one.attributes["src"].startswith("data:")]
    assert {one.name for one in bad.elements} <= _elements(reviews(tmp_path)) | _failing(tmp_path)
    for text in TEXTS:
        assert any(text in one.text for one in bad.all("article")), text


def _elements(file: Path) -> set[str]:
    return {one.name for one in Page(made(file)).elements}


def _failing(folder: Path) -> set[str]:
    return _elements(season(folder)) | {"details", "summary"}


def test_files_that_cannot_be_shown(tmp_path: Path) -> None:
    """They are named, and nothing from outside the folder comes into the page."""
    folder = tmp_path / "run"
    folder.mkdir()
    (tmp_path / "secret.png").write_bytes(curve(1))
    (tmp_path / "secret.json").write_text('"secret"')
    (folder / "link.json").symlink_to(tmp_path / "secret.json")
    (folder / "text.png").write_text("no image")
    (folder / "broken.json").write_text('{"a": [1, 2')
    run = Recorder(workers=1)
    run.run("files_driver")
    node = run.node("n", "f()", 1, [])
    images = ("../secret.png", str(tmp_path / "secret.png"), "missing.png", "text.png", "a\0b", ".")
    for file in images:
        run.add("log", run.made, id=node, type="image", file=file)
    for file in ("link.json", "broken.json"):
        run.add("log", run.made, id=node, type="json", file=file)
    shown = Page(made(run.write(folder / "run.jsonl")))
    assert not shown.all("img")
    assert '"secret"' not in shown.source
    said = shown.by_id("node-1").text
    for part in (
        "../secret.png does not lie beside the events",
        "missing.png: No such file or directory",
        "text.png is no image that browsers know",
        "link.json does not lie beside the events",
        '{"a": [1, 2',
    ):
        assert part in said


@pytest.mark.parametrize("sample", [season, reviews, killed])
def test_same_events_same_bytes(tmp_path: Path, sample: object) -> None:
    """In other processes, with other seeds of hashes and in another folder."""
    pages = set()
    for seed in ("0", "1", "77"):
        folder = tmp_path / seed
        folder.mkdir()
        file = sample(folder)  # type: ignore[operator]
        environment = {"PYTHONHASHSEED": seed, "PYTHONPATH": str(TEMPLATES.parents[1] / "compiler")}
        command = [sys.executable, "-m", "ffc", "report", str(file)]
        subprocess.run(command, env=environment, check=True, capture_output=True, timeout=60)
        pages.add(file.with_suffix(".html").read_bytes())
    assert len(pages) == 1


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda some: (
        st.lists(some, max_size=3) | st.dictionaries(st.text(max_size=4), some, max_size=3)
    ),
    max_leaves=4,
)
_KEYS = "time id name task kind doc call options needs line state error traceback type message file"
_EVENTS = st.fixed_dictionaries(
    {"event": st.sampled_from("node state failure log step parameters span end".split())},
    optional={
        **dict.fromkeys(f"{_KEYS} in out parameters start end worker node code".split(), _VALUES),
        "id": st.integers(1, 4) | st.none(),
        "needs": st.lists(st.integers(1, 4)),
        "line": st.integers(1, 3),
        "state": st.sampled_from("waiting running done failed skipped stored stopped".split()),
        "start": st.floats(),
        "end": st.floats(),
        "time": st.floats(),
    },
)


@settings(max_examples=30, deadline=None)
@given(st.lists(_EVENTS, max_size=12))
def test_any_events_make_a_page(
    tmp_path_factory: pytest.TempPathFactory, events: list[object]
) -> None:
    file = written(tmp_path_factory.mktemp("any"), RUN, *events)
    Page(made(file)).source.encode("utf-8")
