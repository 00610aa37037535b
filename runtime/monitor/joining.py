"""Joining a cluster, and saying in words why that is not possible."""

from __future__ import annotations

import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import ray
from ray.exceptions import RayError


@contextmanager
def joining() -> Iterator[None]:
    """Inside, `ray.init` ends the process with a message if it can join no cluster."""
    init = ray.init

    def join(address: Any = None, **options: Any) -> Any:
        if address in (None, "local") or ray.is_initialized():
            return init(address, **options)
        try:
            knock(address)
            return init(address, **options)
        except (OSError, RuntimeError, ValueError, RayError) as error:
            print(
                f"Cannot join the Ray cluster at {address}: {why(error)}",
                file=sys.stderr,
            )
            sys.exit(1)

    ray.init = join
    try:
        yield
    finally:
        ray.init = init


def knock(address: str) -> None:
    """Raise `OSError` if nothing listens at an address: Ray would wait for minutes."""
    private: Any = getattr(ray, "_private", None)
    services = getattr(private, "services", None)
    resolved = getattr(services, "canonicalize_bootstrap_address", None)
    if "://" not in address and resolved is not None:
        address = resolved(address) or address  # what `auto` means
    host, colon, port = address.rpartition("://")[2].rpartition(":")
    if colon and port.isdecimal():
        socket.create_connection((host.strip("[]"), int(port)), timeout=5).close()


def why(error: BaseException) -> str:
    """The first cause, and what to do about it."""
    while error.__cause__ is not None:
        error = error.__cause__
    text = str(error).strip()
    if "InvalidAuthToken" in text or "AuthenticationError" in text:
        return (
            "it wants a token. Set RAY_AUTH_MODE=token, and RAY_AUTH_TOKEN, or put the "
            "cluster's token into ~/.ray/auth_token"
        )
    if isinstance(error, TimeoutError) or getattr(error, "errno", None):
        return (
            f"{error}. Is it running, and is this the address that `ray start --head` "
            "shows? Without --address and RAY_ADDRESS, the driver starts its own Ray"
        )
    return text.splitlines()[-1] if "Traceback" in text else text
