"""S3: a real server, on this machine."""

from __future__ import annotations

import hashlib
import pickle

import pytest
from ffc.runtime.storage.results import Unreadable
from ffc.runtime.storage.store import Store


def test_the_keys_are_those_of_functionfuse(s3_options):
    import s3fs

    client = s3fs.S3FileSystem(**s3_options)
    store = Store("s3://results/keys/deep", s3_options)
    assert store.save("sums", [("node1", 3, {})]) == [None]
    data = client.cat_file("results/keys/deep/sums/node1")
    assert hashlib.sha1(data[:-20]).digest() == data[-20:]
    assert pickle.loads(data[:-20]) == 3
    body = pickle.dumps("theirs")
    client.pipe_file("results/keys/deep/sums/node2", body + hashlib.sha1(body).digest())
    assert store.read("sums", "node2") == "theirs"
    assert store.index("sums") == {"node1": {"node": "node1"}, "node2": None}


def test_large_results_come_in_parts(s3_options):
    store = Store("s3://results/large", s3_options)
    value = bytes(60_000_000)
    assert store.save("flow", [("node", value, {"v": 1})]) == [None]
    assert store.read("flow", "node") == value
    assert store.index("flow") == {"node": {"v": 1, "node": "node"}}


def test_a_bucket_that_is_not_there(s3_options):
    store = Store("s3://nothing", s3_options)
    (said,) = store.save("flow", [("node", 1, {})])
    assert said.startswith("cannot be written: ") and "bucket" in said
    assert store.index("flow") == {}


def test_a_server_that_is_not_there(s3_options):
    nowhere = {
        **s3_options,
        "endpoint_url": "http://127.0.0.1:9",
        "config_kwargs": {"retries": {"max_attempts": 1}, "connect_timeout": 1},
    }
    store = Store("s3://results", nowhere)
    (said,) = store.save("flow", [("node", 1, {})])
    assert said.startswith("cannot be written: ") and "127.0.0.1:9" in said
    with pytest.raises(Unreadable, match=r"^cannot be read: .*127\.0\.0\.1:9"):
        store.read("flow", "node")
    with pytest.raises(OSError, match=r"127\.0\.0\.1:9"):
        store.index("flow")


def test_a_kind_of_url_that_is_not_there():
    store = Store("nothing://x")
    (said,) = store.save("flow", [("node", 1, {})])
    assert said == "cannot be written: ValueError: Protocol not known: nothing"
