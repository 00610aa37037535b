"""The demo: compiles the app of `sums/`, shows its driver, and runs it on a Ray of its own."""

from __future__ import annotations

import logging
import subprocess
import sys
from pathlib import Path

import ray

FOLDER = Path(__file__).resolve().parent / "sums"
APP, DRIVER = FOLDER / "sums.py", FOLDER / "sums_driver.py"


def main() -> None:
    heading("The app: examples/sums/sums.py")
    print(APP.read_text(encoding="utf-8"))

    heading("Compile it: ffc compile sums.py")
    run("-m", "ffc", "compile", APP.name)

    heading("Its driver: examples/sums/sums_driver.py")
    print(DRIVER.read_text(encoding="utf-8"))

    heading("Start a local Ray")
    # The second node of the app wants a tenth of this resource.
    ray.init(
        address="local",
        resources={"custom_resource": 1},
        include_dashboard=False,
        log_to_driver=False,
        logging_level=logging.ERROR,
    )
    try:
        address = ray.get_runtime_context().gcs_address
        print(f"It listens at {address}.\n")

        heading(f"Run the driver: python sums_driver.py --address {address}")
        run(DRIVER.name, "--address", address)
    finally:
        ray.shutdown()


def heading(text: str) -> None:
    print(f"{text}\n{'=' * len(text)}", flush=True)


def run(*arguments: str) -> None:
    """Runs Python in the app's folder, and prints what it prints; its messages if it fails."""
    command = [sys.executable, *arguments]
    done = subprocess.run(command, cwd=FOLDER, capture_output=True, text=True)
    print(done.stdout)
    if done.returncode != 0:
        sys.exit(done.stderr)


if __name__ == "__main__":
    main()
