"""The tests, laid out as `src/ceulog` is."""
