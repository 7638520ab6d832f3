"""Small sabotages of the program, each of which some test must notice."""
