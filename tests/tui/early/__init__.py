"""Tests of the first picture."""
