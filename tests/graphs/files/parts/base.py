"""What steps share."""
from ffc.steps import Step

VALUE = 7


def shown(note):
    return f"<{note['n']}>"


class Base(Step):
    def on_start(self):
        self.seen = []

    def on_after_item(self, note):
        self.seen.append(note["n"])
        note["seen"] = self.seen
