from dataclasses import dataclass
from enum import Enum


class Size(Enum):
    SMALL = 1
    LARGE = 2


@dataclass
class Shape:
    side: int
    size: Size = Size.LARGE

    def area(self):
        return self.side**2
