"""What the forms share: drafts, how texts are read, previews, and fields with a line for their fault."""
