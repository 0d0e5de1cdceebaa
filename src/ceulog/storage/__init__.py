"""The logbook's own file: read with care, changed in transactions, never half written.

Nothing is imported here: a command pays only for what it uses.
"""
