"""The person card in the drawer: person (the widget), facts (what it says), lanes (the career)."""
