"""A real Chromium without a network, and what it has to say."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service

_FLAGS = """
    --headless --no-sandbox --disable-gpu --disable-quic --no-first-run
    --disable-background-networking --disable-component-update --disable-sync
    --disable-default-apps --disable-dev-shm-usage --mute-audio --window-size=1280,1000
"""
_NO_NETWORK = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"


def start(profile: Path) -> Chrome:
    """A browser with a fresh profile; it notes all that it asks for.

    Where there is none, tests are skipped; where CI is set, that is a failure.
    """
    names = (("chromium", "chromium-browser", "google-chrome"), ("chromedriver",))
    browser, driver = (next(filter(None, map(shutil.which, some)), None) for some in names)
    if browser is None or driver is None:
        reason = "no Chromium with its driver (Debian's packages chromium and chromium-driver)"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(reason)
    options = ChromeOptions()
    options.binary_location = browser
    for flag in [*_FLAGS.split(), _NO_NETWORK, f"--user-data-dir={profile}"]:
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    return Chrome(options=options, service=Service(driver))


def complaints(browser: Chrome) -> list[str]:
    """What the console says since it was last asked."""
    return [entry["message"] for entry in browser.get_log("browser")]


def requests(browser: Chrome) -> list[str]:
    """The addresses that pages asked for since this was last asked."""
    messages = [json.loads(one["message"])["message"] for one in browser.get_log("performance")]
    asked = [one for one in messages if one["method"] == "Network.requestWillBeSent"]
    return [one["params"]["request"]["url"] for one in asked]


def resize(browser: Chrome, width: int, height: int = 1000) -> None:
    """Shows pages as on a screen of this size."""
    size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)


def prefer(browser: Chrome, scheme: str) -> None:
    """The system is light or dark."""
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
