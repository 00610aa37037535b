from physics import STEPS

SIZE = 2 * STEPS
GRID = [list(range(start, start + STEPS)) for start in range(0, SIZE, STEPS)]
LABELS = ["upper", "lower"]
