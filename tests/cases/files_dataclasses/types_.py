from enum import Enum


class Kind(Enum):
    WET = "wet"
    DRY = "dry"
