"""Counted faults in full: damaged files in `files`, killed processes in `kills` and `child`."""
