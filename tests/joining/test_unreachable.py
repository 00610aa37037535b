"""No cluster where one should be: a message, exit code 1, no traceback, no long wait."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import APPS
from .nodes import Nodes, free_port

# As on a machine on which no Ray runs: others may run here.
_ALONE = """\
import functools, runpy, sys
from ray._private import services

services.find_gcs_addresses = functools.cache(lambda: set())
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
"""
Put = Callable[..., Path]


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("127.0.0.1:{port}", "Connection refused. Is it running"),
        ("ray://127.0.0.1:{port}", "Connection refused. Is it running"),
        ("nonsense", "Invalid address format"),
    ],
)
def test_wrong_address(address: str, reason: str, nodes: Nodes, put: Put) -> None:
    driver = put(nodes, APPS / "app.py", "toolbox", options=("--no-inline", "toolbox"))
    address = address.format(port=free_port())
    for arguments, variable in (["--address", address], {}), ([], {"RAY_ADDRESS": address}):
        done = nodes.run(driver, *arguments, **variable)
        assert done.returncode == 1
        assert f"Cannot join the Ray cluster at {address}: " in done.stderr
        assert reason in done.stderr
        assert "Traceback" not in done.stderr


@pytest.mark.parametrize("is_left", [False, True], ids=["never", "gone"])
def test_auto_without_a_cluster(is_left: bool, nodes: Nodes, put: Put, tmp_path: Path) -> None:
    """Ray may remember a cluster that is gone."""
    driver = put(nodes, APPS / "app.py", "toolbox", options=("--no-inline", "toolbox"))
    (tmp_path / "ray").mkdir()
    if is_left:
        (tmp_path / "ray" / "ray_current_cluster").write_text(f"127.0.0.1:{free_port()}")
    alone = nodes.drivers / "alone.py"
    alone.write_text(_ALONE, encoding="utf-8")
    done = nodes.run(alone, str(driver), "--address", "auto", RAY_TMPDIR=str(tmp_path))
    assert done.returncode == 1
    assert "Cannot join the Ray cluster at auto: " in done.stderr
    assert ("Connection refused" if is_left else "Could not find any running Ray") in done.stderr
    assert "Traceback" not in done.stderr


def test_wrong_token(nodes: Nodes, put: Put) -> None:
    driver = put(nodes, APPS / "app.py", "toolbox", options=("--no-inline", "toolbox"))
    done = nodes.run(driver, "--address", nodes.address, RAY_AUTH_TOKEN="f" * 32)
    assert done.returncode == 1
    assert f"Cannot join the Ray cluster at {nodes.address}: it wants a token" in done.stderr
    assert "Traceback" not in done.stderr
