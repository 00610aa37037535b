"""What the app is about."""

START = 800

# Per second.
RATES = [0.5, 0.25, 0.1]

# Digits behind the point.
DIGITS = 2

UNUSED = [START] * 1000
