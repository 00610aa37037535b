"""What is asked of `server.py`. It imports little: each worker begins with it."""

import json
import socket


def request(address, command, cwd, environment, files):
    """Has a fork run `command` with these open files as its streams.

    Gives the connection, on which its exit code will be one line. Closing it kills the fork.
    """
    asking = socket.socket(socket.AF_UNIX)
    asking.connect(address)
    job = json.dumps([command, cwd, environment]).encode()
    socket.send_fds(asking, [len(job).to_bytes(4, "big")], files)
    asking.sendall(job)
    return asking


def requested(connection):
    """What was asked: the command, the folder, the environment, and the open files."""
    size, files, _, _ = socket.recv_fds(connection, 4, 3)
    with connection.makefile("rb") as stream:
        command, cwd, environment = json.loads(stream.read(int.from_bytes(size, "big")))
    return command, cwd, environment, files
