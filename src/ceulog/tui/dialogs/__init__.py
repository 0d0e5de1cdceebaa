"""Dialogs over the dashboard; each answers with a value, and the app carries out what it says."""
