"""Ctrl+K: index (what can be found, pure), popup (the field and the list)."""
