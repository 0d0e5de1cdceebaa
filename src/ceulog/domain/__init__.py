"""The pure core: no files, no clock, no randomness. Dates, ids and rules are passed in."""
