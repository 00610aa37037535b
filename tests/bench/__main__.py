"""`make bench`."""

from .apps import chain, independent
from .compiling import against_imports, many_nodes
from .edits import edits
from .graphs import graphs
from .monitor import monitor
from .plugins import plugins
from .running import against_by_hand, cluster
from .scale import scale
from .storage import storage


def main() -> None:
    edits()
    against_imports()
    scale()
    drivers = [(pair, many_nodes(pair)) for pair in (independent(), chain())]
    with cluster():
        for pair, driver in drivers:
            against_by_hand(pair, driver)
        graphs()
        plugins()
    monitor()
    storage()


if __name__ == "__main__":
    main()
