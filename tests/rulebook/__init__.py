"""Tests of the shipped rules and of their loader."""
