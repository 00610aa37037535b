"""What drivers have of a storage's runtime only if their apps use it."""

from __future__ import annotations

import re
from pathlib import Path

from ffc.emit import slimming, stored

RUNTIME = Path(__file__).parents[2] / "runtime" / "storage"


def declared() -> set[str]:
    return set(re.findall(r"^([A-Z]+) = True", (RUNTIME / "features.py").read_text(), re.M))


def test_each_feature_is_tested_somewhere_and_looked_for_in_apps():
    texts = [file.read_text() for file in sorted(RUNTIME.glob("*.py"))]
    tested = {name for text in texts for name in re.findall(r"^ *if ([A-Z]+)\b", text, re.M)}
    assert tested == declared()
    assert set(re.findall(r'"([A-Z]+)":', Path(stored.__file__).read_text())) == declared()


TEXT = """
def kept(value):
    if URLS:
        value = far(value)
    if ITEMS and value:
        return value[0]
    if ITEMS:
        first = 1
    else:
        first = 2
    return first


def far(value):
    return value
"""


def test_an_app_without_features():
    assert slimming.slimmed(TEXT, {"kept"}, set()).split() == (
        "def kept(value): first = 2 return first".split()
    )


def test_an_app_with_features():
    text = slimming.slimmed(TEXT, {"kept"}, {"ITEMS", "URLS"})
    names: dict[str, object] = {}
    exec(text, names)
    assert "if value:" in text and "else" not in text and "far" in names
    assert names["kept"]([3]) == 3 and names["kept"]([]) == 1  # type: ignore[operator]
