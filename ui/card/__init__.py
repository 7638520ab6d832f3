"""The person card in the drawer.

person (the widget), facts (what it says), retiring (when somebody leaves), parts (its pieces),
lanes (the career), photo (one picture), pictures (those held in memory).
"""
