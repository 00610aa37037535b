from ..settings import SCALE

METRE = 1.0 / SCALE
