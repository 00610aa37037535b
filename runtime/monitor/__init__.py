"""What watches a run: progress, events, failures."""
