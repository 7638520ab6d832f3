"""文书: official papers of people and teams, previewed, printed or written to files.

kinds (what there is), work (made in jobs, no Qt), options (the choices of a kind), dialog (the
window of it), templates (the department's own), desk (opens it, previews, writes), check_work and
check_dialog (a roster held against the base).
"""
