from .noise import Noise

WIDTH = 2

__all__ = ["WIDTH", "Noise", "smooth"]


def smooth(values):
    parts = [values[k : k + WIDTH] for k in range(len(values) - WIDTH + 1)]
    return [sum(part) / WIDTH for part in parts]
