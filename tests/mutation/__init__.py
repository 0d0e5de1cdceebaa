"""Would the tests notice a fault? `python -m tests.mutation` puts one at a time into a copy of the tree."""
