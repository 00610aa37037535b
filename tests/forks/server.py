"""`python server.py SOCKET MODULES REFUSED`: imports modules, then runs scripts in forks.

The socket is one that is listened to, given by its number. The process ends with its stdin.
"""

import contextlib
import gc
import importlib
import importlib.abc
import os
import runpy
import select
import signal
import socket
import sys

from request import requested


class Refuse(importlib.abc.MetaPathFinder):
    """As on a cluster, where ffc is not installed."""

    def __init__(self, names):
        self.names = names

    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in self.names:
            raise ImportError(f"{name} is not there where drivers run")


def wait_for_job(listening, modules):
    """Gives each job with its connection, in a process of its own; None when it is time to end.

    The modules are imported in the environment of the first job: Ray reads some of it only once.
    """
    while True:
        ready, _, _ = select.select([listening, sys.stdin], [], [])
        if sys.stdin in ready:
            return None
        connection, _ = listening.accept()
        try:
            job = _, _, environment, files = requested(connection)
        except (OSError, ValueError):  # who asked was killed while it did
            connection.close()
            continue
        if modules:
            os.environ.update(environment)
            while modules:
                importlib.import_module(modules.pop())
            gc.freeze()  # else each fork would look at all of it for garbage
            signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for those
        if os.fork() == 0:
            listening.close()
            return connection, job
        for file in (connection.detach(), *files):
            os.close(file)


def run(connection, job):
    """Forks: the child becomes what was asked for; the parent waits and never returns."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    ending, end = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ending)  # `end` stays open as long as the child lives
        connection.close()
        become(*job)
        return
    for file in (end, *job[-1]):
        os.close(file)
    ready, _, _ = select.select([connection, ending], [], [])
    if ending not in ready:
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    with contextlib.suppress(OSError):  # nobody may want to know
        connection.sendall(b"%d\n" % os.waitstatus_to_exitcode(status))
    os._exit(0)


def become(command, cwd, environment, files):
    """Makes this process look as if `python command` had begun it."""
    os.setpgid(0, 0)  # Ray kills the groups of its workers
    for number, file in enumerate(files):
        os.dup2(file, number)
        os.close(file)
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = command
    sys.path[0] = os.path.dirname(os.path.abspath(command[0]))
    del sys.modules["request"]
    if "ray" in sys.modules:  # it has read the environment when it was imported
        sys.modules["ray"]._raylet.Config.initialize("")


def main():
    listening = socket.socket(fileno=int(sys.argv[1]))
    sys.meta_path.insert(0, Refuse(sys.argv[3].split(",")))
    job = wait_for_job(listening, sys.argv[2].split(","))
    if job is not None:
        run(*job)
        runpy.run_path(sys.argv[0], run_name="__main__")


if __name__ == "__main__":
    main()
