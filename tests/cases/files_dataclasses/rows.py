from dataclasses import dataclass

from types_ import Kind


@dataclass(frozen=True)
class Row:
    name: str
    kind: Kind
    hours: int = 1

    def title(self):
        return f"{self.kind.value} {self.name}"


ROWS = [
    Row("spring", Kind.WET),
    Row("summer", Kind.DRY, hours=3),
    Row("autumn", Kind.WET, 2),
]
