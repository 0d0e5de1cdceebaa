"""The first picture of the dashboard, drawn from the log before Textual is imported."""
