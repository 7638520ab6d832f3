"""Counted faults in full: damaged files (`files`), killed processes (`kills`, `child`), random plans
(`scenarios`)."""
