"""What changed between two versions of an app, as a reviewer thinks of it."""
