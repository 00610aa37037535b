"""What all apps of the shop share. It is inlined: drivers need nothing of it."""
