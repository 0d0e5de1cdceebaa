"""What the program costs beside its peers and the floor: `python -m tests.benchmarks`. Figures, no tests."""
