"""The page in a real browser, from a file and without a network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from ffc.report import page, read_run

from .browser import complaints, prefer, requests, resize, start
from .hostile import hostile
from .samples import reviews, season


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    chrome = start(tmp_path_factory.mktemp("profile"))
    yield chrome
    chrome.quit()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    return made(season(tmp_path_factory.mktemp("season")))


@pytest.fixture
def opened(browser: Chrome, address: str) -> Chrome:
    """The report of a failed run of 300 nodes."""
    return show(browser, address)


def made(file: Path) -> str:
    target = file.with_suffix(".html")
    target.write_text(page(read_run(file), file.parent), encoding="utf-8")
    return target.as_uri()


def show(browser: Chrome, address: str) -> Chrome:
    resize(browser, 1280)
    prefer(browser, "light")
    browser.get("about:blank")
    requests(browser), complaints(browser)
    browser.get(address)
    return browser


def find(browser: Chrome, selector: str) -> list[Any]:
    return browser.find_elements(By.CSS_SELECTOR, selector)


def shown(browser: Chrome, selector: str) -> list[Any]:
    """Those that can be seen, in one question: there are hundreds."""
    script = (
        "return [...document.querySelectorAll(arguments[0])].filter(one => one.checkVisibility())"
    )
    return list(browser.execute_script(script, selector))


def column(browser: Chrome, number: int) -> list[str]:
    script = (
        "return [...document.querySelectorAll('#table tbody tr')].map(r => r.cells[arguments[0]]"
    )
    return list(browser.execute_script(f"{script}.textContent)", number))


def selected(browser: Chrome) -> dict[str, list[str]]:
    """What is marked as selected: in the details, the graph, the timeline and the table."""
    return {
        "details": [one.find_element(By.TAG_NAME, "h3").text for one in shown(browser, "article")],
        "graph": [one.get_attribute("data-key") for one in find(browser, ".box.selected")],
        "timeline": [one.get_attribute("data-id") for one in find(browser, ".bars .selected")],
        "table": [one.get_attribute("data-id") for one in find(browser, "tr.selected")],
    }


NOTHING: dict[str, list[str]] = {"details": [], "graph": [], "timeline": [], "table": []}


def test_it_opens_without_a_network(opened: Chrome, address: str) -> None:
    assert opened.title == "season_driver: failed"
    assert len(shown(opened, "#table tbody tr")) == 300
    assert len(shown(opened, ".box")) == 16
    assert len(find(opened, ".bars a")) == 288
    widths = opened.execute_script(
        "return [...document.images].map(image => [image.complete, image.naturalWidth])"
    )
    assert widths == [[True, 360], [True, 360]]
    asked = requests(opened)
    assert address in asked
    assert [one for one in asked if one != address and not one.startswith("data:")] == []
    assert complaints(opened) == []


def test_the_browser_would_tell(browser: Chrome, tmp_path: Path) -> None:
    """The two checks above can fail: a page with an error that asks for an image."""
    file = tmp_path / "bad.html"
    file.write_text("<img src='http://example.invalid/x.png'><script>missing()</script>")
    show(browser, file.as_uri())
    assert "http://example.invalid/x.png" in requests(browser)
    assert any("missing is not defined" in one for one in complaints(browser))


def test_a_click_selects_everywhere(opened: Chrome) -> None:
    assert selected(opened) == NOTHING
    opened.find_element(By.CSS_SELECTOR, "section.failure h2 a").click()
    marked = selected(opened)
    assert marked["details"] == ["steady model 13"]
    (failed,) = marked["table"]
    assert marked["timeline"] == [failed]
    assert "train" in find(opened, ".box.selected title")[0].get_attribute("textContent")
    assert opened.current_url.endswith(f"#node-{failed}")

    opened.find_element(By.CSS_SELECTOR, ".box[data-key='node-1']").click()
    expected = {"details": ["index"], "graph": ["node-1"], "timeline": ["1"], "table": ["1"]}
    assert selected(opened) == expected
    near = [one.get_attribute("data-from") for one in find(opened, ".arrow.near")]
    assert near == ["node-1", "node-1"]

    bar = opened.find_element(By.CSS_SELECTOR, f".bars a[data-id='{failed}']")
    opened.execute_script("arguments[0].click()", bar)  # it may be a few pixels wide
    assert selected(opened)["details"] == ["steady model 13"]

    opened.find_element(By.CSS_SELECTOR, "#close").click()
    assert selected(opened) == NOTHING
    assert "#" not in opened.current_url


def test_a_loop_shows_its_passes(opened: Chrome) -> None:
    box = next(one for one in find(opened, ".box.many") if "load" in one.text)
    box.click()
    marked = selected(opened)
    assert marked["details"] == ["load \N{MULTIPLICATION SIGN}24"]
    assert len(marked["table"]) == len(marked["timeline"]) == 24
    shown(opened, "article .passes a")[3].click()
    assert selected(opened)["details"] == ["day 03"]


def test_an_address_may_name_a_node(opened: Chrome, address: str) -> None:
    show(opened, f"{address}#node-2")
    assert selected(opened)["details"] == ["day 00"]
    opened.execute_script("location.hash = 'node-1'")
    assert selected(opened)["details"] == ["index"]
    opened.execute_script("location.hash = 'nothing'")
    assert selected(opened) == NOTHING


def test_filter(opened: Chrome) -> None:
    field = opened.find_element(By.ID, "filter")
    field.send_keys("train WILD 1")
    names = [link.text for link in shown(opened, "#table tbody a")]
    assert "wild model 10" in names
    assert all(name.startswith("wild model") for name in names)
    assert opened.find_element(By.ID, "shown").text == f"{len(names)} of 300"
    field.clear()
    field.send_keys("no such node")
    assert shown(opened, "#table tbody tr") == []
    field.clear()
    field.send_keys(" ")
    assert len(shown(opened, "#table tbody tr")) == 300


def test_states_filter_too(opened: Chrome) -> None:
    failed, skipped = find(opened, ".states button")[:2]
    failed.click()
    assert len(shown(opened, "#table tbody tr")) == 1
    skipped.click()
    assert len(shown(opened, "#table tbody tr")) == 8
    opened.find_element(By.ID, "filter").send_keys("plot")
    assert len(shown(opened, "#table tbody tr")) == 4
    assert failed.get_attribute("aria-pressed") == "true"


def test_sorting(opened: Chrome) -> None:
    state, node, _, _, time, _ = find(opened, "#table th button")
    time.click()
    rows = "[...document.querySelectorAll('#table tbody tr')]"
    script = f"return {rows}.map(row => row.cells[4].dataset.value)"
    values = opened.execute_script(script)
    known = [float(value) for value in values if value]
    assert known == sorted(known)
    assert len(known) == 288
    assert all(values[:288])  # what was not at work comes last
    time.click()
    values = opened.execute_script(script)
    assert [float(value) for value in values if value] == known[::-1]
    assert not any(values[288:])
    node.click()
    names = column(opened, 1)
    assert names[0].startswith("best")
    assert names.index("clean 02") < names.index("clean 11")
    state.click()
    assert [one.strip() for one in column(opened, 0)[:3]] == ["failed", "skipped", "skipped"]
    sorted_by = find(opened, "#table th[aria-sort]")
    assert [one.get_attribute("aria-sort") for one in sorted_by] == ["ascending"]
    assert sorted_by[0].text.startswith("State")


def test_keys(opened: Chrome) -> None:
    body = opened.find_element(By.TAG_NAME, "body")
    body.send_keys("/")
    assert opened.switch_to.active_element.get_attribute("id") == "filter"
    opened.switch_to.active_element.send_keys("steady", Keys.ARROW_DOWN)
    assert opened.switch_to.active_element.text == "steady model 00"
    opened.switch_to.active_element.send_keys(Keys.ENTER)
    assert selected(opened)["details"] == ["steady model 00"]
    opened.switch_to.active_element.send_keys(Keys.ARROW_DOWN)
    assert selected(opened)["details"] == ["score of steady 00"]
    opened.switch_to.active_element.send_keys(Keys.ARROW_UP)
    assert selected(opened)["details"] == ["steady model 00"]
    opened.switch_to.active_element.send_keys(Keys.ESCAPE)
    assert selected(opened) == NOTHING
    assert opened.switch_to.active_element.text == "steady model 00"


def test_light_and_dark(opened: Chrome) -> None:
    def colours() -> tuple[str, str]:
        style = "getComputedStyle(document.documentElement)"
        return tuple(opened.execute_script(f"return [{style}.backgroundColor, {style}.color]"))

    light = colours()
    assert light[0] == "rgb(252, 252, 251)"
    prefer(opened, "dark")
    dark = colours()
    assert dark[0] == "rgb(19, 21, 24)"
    button = opened.find_element(By.ID, "theme")
    button.click()
    assert (button.text, colours()) == ("Theme: light", light)
    button.click()
    assert (button.text, colours()) == ("Theme: dark", dark)
    prefer(opened, "light")
    assert colours() == dark
    button.click()
    assert (button.text, colours()) == ("Theme: system", light)


@pytest.mark.parametrize("width", [400, 800, 1280, 2000])
def test_no_width_is_too_narrow(opened: Chrome, width: int) -> None:
    """The page itself never scrolls sideways: wide parts do, inside of it."""
    resize(opened, width)
    script = "return document.documentElement.scrollWidth"
    assert opened.execute_script(script) <= width
    opened.execute_script("location.hash = 'node-2'")
    assert opened.execute_script(script) <= width
    assert selected(opened)["details"] == ["day 00"]
    assert opened.find_element(By.ID, "close").is_displayed()


def test_the_timeline_can_be_wider(opened: Chrome) -> None:
    wider = opened.find_element(By.CSS_SELECTOR, "[data-zoom='2']")
    width = "return document.querySelector('.bars').clientWidth"
    before = opened.execute_script(width)
    wider.click()
    assert opened.execute_script(width) == pytest.approx(2 * before, abs=3)


def test_it_reads_without_scripts(browser: Chrome, address: str) -> None:
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        show(browser, address)
        articles, tools = find(browser, "article"), find(browser, "#filter, #theme, [data-zoom]")
        assert (len(articles), len(tools)) == (304, 4)
        assert articles[0].is_displayed() and articles[-1].is_displayed()
        assert not any(one.is_displayed() for one in tools)
        browser.find_element(By.CSS_SELECTOR, ".box[data-key='node-1']").click()
        assert browser.current_url.endswith("#node-1")
        assert browser.find_element(By.ID, "node-1").rect["y"] > 1000
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_steps(browser: Chrome, tmp_path: Path) -> None:
    show(browser, made(reviews(tmp_path)))
    browser.find_element(By.CSS_SELECTOR, ".box[data-key='node-3']").click()
    (article,) = shown(browser, "article")
    rows = [row.text.split() for row in article.find_elements(By.CSS_SELECTOR, ".notes tbody tr")]
    assert rows[1] == ["out", "liked", "4,054", "169"]
    image = article.find_element(By.TAG_NAME, "img")
    assert image.get_attribute("naturalWidth") == "360"
    assert len(selected(browser)["timeline"]) == 48


def test_hostile_text_runs_nothing(browser: Chrome, tmp_path: Path) -> None:
    show(browser, made(hostile(tmp_path)))
    assert browser.execute_script("return window.broken") is None
    assert complaints(browser) == []
    assert [one for one in requests(browser) if not one.startswith(("file:", "data:"))] == []
    for box in find(browser, ".box"):
        box.click()
        assert len(shown(browser, "article")) == 1
    assert browser.execute_script("return window.broken") is None
