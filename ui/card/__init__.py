"""The person card in the drawer.

person (the widget), facts (what it says), retiring (when somebody leaves),
cultivating (reserve and training), parts (its pieces), acting (sensitive elements on one's own
posts), lanes (the career), photo (one picture), pictures (those held in memory).
"""
