"""What shells read to complete command lines; `python -m tests.cli.completions` writes it from the parsers."""
