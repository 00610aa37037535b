"""What begins each worker, in place of `setup_worker.py` of Ray: lets the worker be a fork.

Ray's script imports Ray to read what the runtime environment of the worker asks for, and executes
Python anew, which imports Ray again. Where that asks for more than variables, Ray's script runs.
"""

import json
import os
import sys

from request import request

_EARLY = ("PYTHON", "RAY_", "LD_")  # variables that Python or Ray have read by then

_ANY_JOB = "ffffffff"  # a variable that is read once; such workers are given jobs later


def main():
    forks, setup = os.environ.pop("FFC_FORKS"), os.environ.pop("FFC_SETUP_WORKER")
    context, command = {}, []
    for argument in sys.argv[1:]:
        name, _, value = argument.partition("=")
        if name == "--serialized-runtime-env-context":
            context = json.loads(value)
        elif name != "--language":
            command.append(argument)
    variables = context.pop("env_vars", {})
    is_same = context.pop("py_executable", sys.executable) == sys.executable
    is_late = not any(name.startswith(_EARLY) or "$" in variables[name] for name in variables)
    if any(context.values()) or not (is_same and is_late):
        os.execv(sys.executable, [sys.executable, setup, *sys.argv[1:]])
    environment = {**os.environ, **variables, "RAY_JOB_ID": _ANY_JOB}
    with request(forks, command, os.getcwd(), environment, [0, 1, 2]) as asked:
        asked.recv(1)  # until the worker ends; if this process does, the worker is killed


if __name__ == "__main__":
    main()
