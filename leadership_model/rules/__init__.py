"""规则: appointment rules and data-quality rules. Each rule is data plus one meaning.

Modules: rule (values), book (all rules with the settings of the database), state (N, A, M, R, P, X:
asked of present seats), appointment (Q, K, S: asked of person x post pairs), retirement, kinship,
quality (D).
"""
