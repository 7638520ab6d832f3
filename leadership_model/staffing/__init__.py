"""模拟配备: scenarios of moves, and the plan a solver proposes within the guard rails.

By hand: move, wording, candidacy (n选1), scenario, status (may it be changed), ground (the seats it
was made on), drift (what changed under it), apply (fold the moves), conflict (what the rules say),
decision and hindrance (what keeps a plan from 讨论决定), draft, situation, coming (the years to
come), chain, chain_search and chain_problem (open seats, the fewest moves that close them), compare
(plans beside today and each other).
The procedure of each move: procedure (what is recorded), procedure_check (how far, what cannot be),
procedure_facts and procedure_reports (what is reported beforehand); carry and carry_check (the
records a plan becomes, and whether it may).
Asked of a solver: options, guard (rails worked out from the values), candidates, kin, leave,
movers, board (places and pairs), problem. Rows: linear (any problem), roll (who may be a member),
ends, ends_numbers, ends_values, ends_pairs (the ends of measured values), rows (one requirement),
breach, demand (what every plan must keep), gains and promises (what pairs are worth, here and in
the teams people leave). Run: search (few columns, exactly), stages (A, B, C), large (very many
seats), blocks (teams that few rows tie), outlook (what each would do at a price: a bound), regroup
(some of them at a time), solve; plans, solution, verify, explain; clash, possible (is there a plan,
over few columns). Further questions of a solved run: again, alternatives, next_best (who is next,
why not somebody), price (a requirement loosened by one), front. A draft of a model: layout (the
seats of a team), crowd (members without names), borders and crowd_rows (what is asked of them),
model_clash, model_loosen (the cheapest loosening), model_check (all that is wrong).
`solver/` is the only place that imports HiGHS and OR-Tools.
"""
