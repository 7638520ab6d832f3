"""规则: appointment rules and data-quality rules. Each rule is data plus one meaning.

Modules: rule (values), book (all rules with the settings of the database), pairs (person x post
x month), runs and history (what careers say), qualification (Q1-Q5, Q9), exception (Q6, Q10,
Q11), section (Q14), sanction (S, K), seats and seat (N1, A5, M1, R1, R2), home (A5-A7), kinship
and recusal (A1-A3), terms (T2-T4), rotation (X2, X3, X5, X7), leadership (T1, X4, X6),
appointment (asked of pairs), alike (asked of all pairs at once), state (asked of present seats),
results (how state rules say it), holders (the record of present holders), narrow (the holders of a
few teams alone), remembered (what is said of holders, for other seatings), parameters (what a
department may set), faults and quality (D), clearing (which data issues are ignored, and what is
left); hand (answers of people: K1, K2, K4, K7, Q7, Q8), exceptional (破格: Q12, Q13), family (A4,
K5), motion (N3), checklist (all questions of a team or an appointment), exceptions (who may grant
one, what it covers).
"""
