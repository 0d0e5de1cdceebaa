"""Tests of the pure core, written from the specification."""
