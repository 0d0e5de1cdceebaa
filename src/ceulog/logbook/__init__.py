"""The one door to the log: open, read, change, undo, progress. Nothing else writes."""
