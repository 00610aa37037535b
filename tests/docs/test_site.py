"""The site is built without a warning, and needs nothing from elsewhere."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from selenium.webdriver import Chrome

from ..report.browser import complaints, requests, start
from .blocks import DOCS

ROOT = DOCS.parent


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built as `make site` does, which must say nothing."""
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-d", str(folder)]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert (done.returncode, done.stdout) == (0, "")
    return folder


@pytest.fixture
def address(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Says nothing of requests."""


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Chrome]:
    chrome = start(tmp_path)
    yield chrome
    chrome.quit()


def test_every_page_is_in_the_menu(site: Path) -> None:
    start_page = (site / "index.html").read_text(encoding="utf-8")
    for page in DOCS.glob("*.md"):
        assert f'href="{page.stem}.html"' in start_page or page.stem == "index"


def test_it_needs_no_network(address: str, browser: Chrome) -> None:
    for page in ("index", "tutorial", "diagnostics"):
        browser.get(f"{address}/{page}.html")
        assert browser.find_element("css selector", "h1").text
    assert complaints(browser) == []
    asked = [one for one in requests(browser) if one.startswith("http")]
    assert any(one.endswith(".css") for one in asked)
    assert [one for one in asked if not one.startswith(address)] == []


def test_search_finds_a_code(address: str, browser: Chrome) -> None:
    browser.get(f"{address}/index.html")
    browser.find_element("css selector", "label.md-header__button[for=__search]")
    browser.execute_script("document.querySelector('[data-md-toggle=search]').click()")
    browser.find_element("css selector", "input.md-search__input").send_keys("FFC301")
    browser.implicitly_wait(10)
    found = browser.find_element("css selector", ".md-search-result__link")
    assert "diagnostics.html" in found.get_attribute("href")
