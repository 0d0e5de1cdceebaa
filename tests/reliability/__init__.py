"""Harnesses that try to lose something. `python -m tests.reliability` runs the long form and prints its figures."""
