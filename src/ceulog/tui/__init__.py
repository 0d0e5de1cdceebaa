"""The full-screen app: shows what the logbook holds, and asks the logbook to change it."""
