"""Results in S3: a real server, on this machine."""

from __future__ import annotations

from typing import Any

from .case import Case
from .test_resume import SUMS


def s3_app(path: str, options: dict[str, Any]) -> str:
    config = {"kind": "S3", "options": {"path": path, "s3fs": options}}
    return SUMS.replace("flow.set_storage(storage)", f"flow.set_storage(storage_factory({config}))")


def test_s3(case: Case, s3_options: dict[str, Any]) -> None:
    import s3fs

    client = s3fs.S3FileSystem(**s3_options, use_listings_cache=False)
    case.app(s3_app("results/resume", s3_options))
    first = case.run()
    assert (first.stdout, case.ran()) == ("3\n", ["one", "two"])
    assert case.run() == first
    assert case.ran() == []
    client.rm_file("results/resume/sums/two")
    assert case.run() == first
    assert case.ran() == ["two"]
    client.pipe_file("results/resume/sums/one", b"notes")
    again = case.run("--resume=fresh")
    assert "sums: one runs again: its file" in again.stderr
    assert case.ran() == ["one"]
    (kept,) = client.find("results/resume/sums/.kept")
    assert client.cat_file(kept) == b"notes"


def test_a_bucket_that_is_not_there(case: Case, s3_options: dict[str, Any]) -> None:
    case.app(s3_app("nowhere/resume", s3_options))
    refused = case.run(ends=1)
    assert "sums: the storage s3://nowhere/resume cannot be used: " in refused.stderr
    assert "Traceback" not in refused.stderr
    assert case.ran() == []


def test_a_server_that_is_not_there(case: Case, s3_options: dict[str, Any]) -> None:
    options = {
        **s3_options,
        "endpoint_url": "http://127.0.0.1:9",
        "config_kwargs": {"retries": {"max_attempts": 1}},
    }
    case.app(s3_app("results/resume", options))
    refused = case.run(ends=1)
    assert "sums: the storage s3://results/resume cannot be used: " in refused.stderr
    assert "Traceback" not in refused.stderr
    assert case.ran() == []
