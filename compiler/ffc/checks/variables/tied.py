"""Values that are tied to the process that made them: open files, locks, connections, pools."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence

from ...ir import Fragment, Symbol
from .written import Variables, Written, written

_FILE = "an open file"
_LOCK = "a lock"
_CONNECTION = "a connection"
_POOL = "a pool of workers"
_QUEUE = "a queue of this process"
_GENERATOR = "a generator"
_KINDS = {
    _FILE: "bz2.open codecs.open dbm.open gzip.open h5py.File io.open lzma.open mmap.mmap open "
    "os.fdopen os.popen pathlib.Path().open shelve.open tarfile.open tempfile.NamedTemporaryFile "
    "tempfile.SpooledTemporaryFile tempfile.TemporaryFile zipfile.ZipFile",
    _LOCK: "multiprocessing.BoundedSemaphore multiprocessing.Condition multiprocessing.Event "
    "multiprocessing.Lock multiprocessing.RLock multiprocessing.Semaphore "
    "threading.BoundedSemaphore threading.Condition threading.Event threading.Lock "
    "threading.RLock threading.Semaphore",
    _CONNECTION: "MySQLdb.connect boto3.client boto3.resource duckdb.connect ftplib.FTP "
    "http.client.HTTPConnection http.client.HTTPSConnection httpx.Client mysql.connector.connect "
    "paramiko.SSHClient psycopg.connect psycopg2.connect pymongo.MongoClient pymysql.connect "
    "redis.Redis redis.StrictRedis requests.Session requests.session smtplib.SMTP "
    "socket.create_connection socket.socket sqlalchemy.create_engine sqlite3.connect "
    "urllib.request.urlopen",
    _POOL: "concurrent.futures.ProcessPoolExecutor concurrent.futures.ThreadPoolExecutor "
    "multiprocessing.Pool multiprocessing.pool.Pool multiprocessing.pool.ThreadPool",
    "a thread": "threading.Thread threading.Timer",
    "a process": "multiprocessing.Process subprocess.Popen",
    _QUEUE: "multiprocessing.JoinableQueue multiprocessing.Queue multiprocessing.SimpleQueue "
    "queue.LifoQueue queue.PriorityQueue queue.Queue queue.SimpleQueue",
}
_BY_NAME = {name: kind for kind, names in _KINDS.items() for name in names.split()}
_LAST_PARTS = "|".join(sorted({name.rpartition(".")[2] for name in _BY_NAME}))
_LIKELY = re.compile(rf"\b(?:{_LAST_PARTS})\(|\bfor\b")


class Tied:
    """Asks the variables of a program; what is found of each is kept."""

    def __init__(self, variables: Variables) -> None:
        self._variables = variables
        self._known: dict[Symbol, str | None] = {}

    def variable(self, symbol: Symbol) -> str | None:
        """What is tied to the process in what a variable holds: "an open file"."""
        if symbol not in self._known:
            self._known[symbol] = None  # a variable may be bound to a list with itself in it
            value = self._variables.value(symbol)
            self._known[symbol] = None if value is None else self._kind(value.tree, value)
        return self._known[symbol]

    def code(self, code: Fragment) -> str | None:
        """The same for what an expression gives, which is parsed only if it looks like that."""
        is_named = any(self.variable(s) or self._is_generator(s) for s in code.symbols)
        if not is_named and not _LIKELY.search(self._variables.spelt(code)):
            return None
        value = written(code)
        return None if value is None else self._kind(value.tree, value)

    def _is_generator(self, symbol: Symbol | None) -> bool:
        definition = None if symbol is None else self._variables.definition(symbol)
        return definition is not None and definition.call.is_generator

    def _kind(self, node: ast.expr, value: Written) -> str | None:
        parts: Sequence[ast.expr] = ()
        match node:
            case ast.GeneratorExp():
                return _GENERATOR
            case ast.Call(func=ast.Name(id=name)) if self._is_generator(value.meant.get(name)):
                return _GENERATOR
            case ast.Call():
                return _BY_NAME.get(self._variables.qualified(node.func, value))
            case ast.Name() if node.id in value.meant:
                return self.variable(value.meant[node.id])
            case ast.List() | ast.Tuple() | ast.Set():
                parts = node.elts
            case ast.Dict():
                parts = node.values
        return next(filter(None, (self._kind(part, value) for part in parts)), None)
