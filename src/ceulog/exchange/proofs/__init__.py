"""Certificates as text: what one says of an activity, and what becomes of each file of a folder."""
