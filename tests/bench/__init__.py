"""Speeds beside a peer in the same run: `python -m tests.bench`. Tests do not measure time."""
