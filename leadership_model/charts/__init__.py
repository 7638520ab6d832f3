"""The numbers to draw, as values. No colours, no pixels, no Qt.

Modules: spec (the values), and one module per drawing that makes one from domain values.
"""
