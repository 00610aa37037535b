"""What a small change costs a reviewer: lines of the driver for each line of the source."""

from __future__ import annotations

from ..edits.corpus import MIDDLE, MOST, PATCHES, measured, median_cost


def edits() -> None:
    """Prints a row for each edit, the dearest first."""
    found = sorted(map(measured, PATCHES), key=lambda edit: (-edit.cost, edit.name))
    print(f"{len(found)} edits of {len({patch.parent for patch in PATCHES})} apps, lines changed:")
    print("  cost  source  driver  runtime")
    for edit in found:
        print(
            f"  {edit.cost:4.2f}  {edit.source:6}  {edit.reviewed:6}  {edit.runtime:7}  "
            f"{edit.name}: {edit.title}"
        )
    print(f"  median {median_cost(found):.2f} (at most {MIDDLE}), all of them:", end=" ")
    above = sum(edit.cost > MOST for edit in found)
    print(f"most {found[0].cost:.2f} (at most {MOST}), {above} above that")
    layout = max(edit.cost for edit in found if edit.is_layout)
    print(f"  layout: most {layout:.2f} (at most 0)")
