class Collector:
    """Keeps what it gets."""

    def __init__(self):
        self.items = []

    def keep(self, items):
        self.items.extend(items)
        return len(self.items)
