"""The peers: the same question answered the usual way, each in one file anybody can read."""
