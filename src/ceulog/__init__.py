"""A logbook of continuing education for medical coders.

Nothing is imported here: a command pays only for what it uses.
"""

__version__ = "1.0.0"
