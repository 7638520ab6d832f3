"""Sabotages of staffing: the rows a solver reads, the guard rails, the check of a plan."""

from tests.mutants.sabotage import Place

ROWS = Place("staffing/rows.py", ("staffing/test_rows.py",))
ENDS = Place("staffing/ends.py", ("staffing/test_rows.py",))
NUMBERS = Place("staffing/ends_numbers.py", ("staffing/test_rows.py",))
VALUES = Place("staffing/ends_values.py", ("staffing/test_rows.py",))
PAIRS = Place("staffing/ends_pairs.py", ("staffing/test_rows.py",))
KIN = Place("staffing/kin.py", ("staffing/test_guard.py", "staffing/test_solve.py"))
CANDIDATES = Place("staffing/candidates.py", ("staffing/test_candidates.py",))
NEXT = Place("staffing/next_best.py", ("staffing/test_next_best.py",))
OTHERS = Place("staffing/alternatives.py", ("staffing/test_alternatives.py",))
FRONT = Place("staffing/front.py", ("staffing/test_front.py",))
PRICE = Place("staffing/price.py", ("staffing/test_price.py",))
LARGE = Place("staffing/large.py", ("staffing/test_large.py",))
OUTLOOK = Place("staffing/outlook.py", ("staffing/test_blocks.py",))
BLOCKS = Place("staffing/blocks.py", ("staffing/test_blocks.py",))
POSSIBLE = Place("staffing/possible.py", ("staffing/test_possible.py",))
DEMAND = Place("staffing/demand.py", ("staffing/test_limits.py",))
STAGES = Place("staffing/stages.py", ("staffing/test_solve.py",))
GUARD = Place("staffing/guard.py", ("staffing/test_guard.py",))
VERIFY = Place("staffing/verify.py", ("staffing/test_verify.py",))
BREACH = Place("staffing/breach.py", ("staffing/test_breach.py",))
LEAVE = Place("staffing/leave.py", ("staffing/test_leave.py",))
DECISION = Place("staffing/decision.py", ("staffing/test_decision.py",))
COMING = Place("staffing/coming.py", ("staffing/test_coming.py",))

SABOTAGES = (
    DECISION.where(
        "a draft passes 讨论决定",
        "if each.blocks and (whole or decided(moves[each.move].stage))",
        "if each.blocks and decided(moves[each.move].stage)",
    ),
    DECISION.where(
        "a single move stands at 讨论决定 against a rule",
        "if each.blocks and (whole or decided(moves[each.move].stage))",
        "if each.blocks and whole",
    ),
    COMING.where(
        "what breaks today counts as a break to come",
        "if each.month > today and key not in then",
        "if key not in then",
    ),
    ROWS.where(
        "s has no floor at 0",
        "if any(most > slack for _, slack, most in live):",
        "if any(most < 0 for _, slack, most in live):",
    ),
    ROWS.where(
        "the lower bound looks at the optimistic end",
        'low = measured(setting, requirement, "low", "under")\n        rows',
        'low = measured(setting, requirement, "high", "under")\n        rows',
    ),
    ROWS.where(
        "the upper bound looks at the optimistic end",
        'high = measured(setting, requirement, "high", "over")\n        rows',
        'high = measured(setting, requirement, "low", "over")\n        rows',
    ),
    ROWS.where(
        "a breach looks at the pessimistic end",
        'rows.append(measured(setting, requirement, "high", "under") * -1.0 + low)',
        'rows.append(measured(setting, requirement, "low", "under") * -1.0 + low)',
    ),
    ROWS.where(
        "over the approved quota is within tolerance",
        "rows.append((high - float(target.ceiling), 0.0))",
        "rows.append((high - float(target.ceiling), 9.0))",
    ),
    ROWS.where(
        "a mean of nobody satisfies",
        "return setting.present > 0\n        case Share",
        "return setting.present >= 0\n        case Share",
    ),
    ENDS.where(
        "a count is reached one member early",
        "ask.below(flag * each, row)",
        "ask.below(flag * (each - 1), row)",
    ),
    ENDS.where(
        "a count is passed one member late",
        "room = ask.most(row) - (each - 1)\n    if room > 0:\n        ask.below(row - (each - 1),",
        "room = ask.most(row) - (each - 1)\n    if room > 0:\n        ask.below(row - each,",
    ),
    ENDS.where(
        "a seat of which 占职数 is not recorded never counts",
        "else seats[quota != 0]",
        "else seats[quota == 1]",
    ),
    NUMBERS.where(
        "one rung too few is no miss",
        "ask.below(count * -1.0 + rung.at_least, miss)",
        "ask.below(count * -1.0 + rung.at_least - 1.0, miss)",
    ),
    NUMBERS.where(
        "one member may be both the oldest and the youngest",
        "ask.below(first + second, 1.0)",
        "ask.below(first + second, 2.0)",
    ),
    BREACH.where(
        "a red requirement that stays red is a new breach",
        "distance(after) > distance(before) + TINY",
        "distance(after) >= distance(before)",
    ),
    BREACH.where(
        "a veto that fails short of red is no breach",
        "return before.veto and before.s_high == 1.0 and after.s_high < 1.0",
        "return before.veto and before.s_high == 1.0 and after.s_high < 0.0",
    ),
    GUARD.where(
        "a third is rounded up",
        "max(1, int(members * share))",
        "max(1, -int(-members * share // 1))",
    ),
    GUARD.where(
        "a small team must not change at all",
        "max(1, int(members * share))",
        "int(members * share)",
    ),
    GUARD.where(
        "somebody may be moved down",
        "(known & (new >= own))",
        "known",
    ),
    GUARD.where(
        "twelve months in post are still fresh",
        "seating.as_of - seating.since < SETTLED",
        "seating.as_of - seating.since <= SETTLED",
    ),
    GUARD.where(
        "heads of the four teams are free to move",
        "        *_heads(seating),\n",
        "",
    ),
    GUARD.where(
        "people on probation are free to move",
        "        *_on_probation(seating, book),\n",
        "",
    ),
    VERIFY.where(
        "a seat somebody keeps may be given away",
        "int(seating.holder[p]) != VACANT and p not in left for p in move.to",
        "int(seating.holder[p]) == VACANT and p in left for p in move.to",
    ),
    VERIFY.where(
        "where somebody sits is not checked",
        "if move.origin != tuple(seating.posts_of(move.person).tolist()):",
        "if move.origin and not seating.posts_of(move.person).tolist():",
    ),
    VERIFY.where(
        "pinned people may be moved",
        "if any(post in pins for post in move.origin):",
        "if any(post in pins for post in ()):",
    ),
    VERIFY.where(
        "too many changes in one team are confirmed",
        "if len(changed & set(members.tolist())) > most:",
        "if len(changed & set(members.tolist())) > most + 9:",
    ),
    VERIFY.where(
        "the people of a plan may be swapped",
        "if plan.fingerprint != seal(world, plan.moves):",
        "if not plan.fingerprint:",
    ),
    VERIFY.where(
        "the objective is taken at its word",
        "if abs(again.objective - plan.objective) > CLOSE",
        "if abs(again.objective - plan.objective) > 1e9",
    ),
    VERIFY.where(
        "two people may leave one team that was not chosen",
        "if any(len(people) > 1 for people in left.values()):",
        "if any(len(people) > 2 for people in left.values()):",
    ),
    VERIFY.where(
        "people in doubt join without the switch",
        "(each is None and not allowed)",
        "(each is None and allowed)",
    ),
    LEAVE.where(
        "the emptied seat itself is a breach",
        "if not (each.requirement in own and _concerns(",
        "if not (each.requirement not in own and _concerns(",
    ),
    VALUES.where(
        "distinct: unknown members of an endless domain add nothing",
        "return seen + blank\n",
        "return seen\n",
    ),
    VALUES.where(
        "distinct: one unknown member beside known values is one more for sure",
        "ask.below(one + flag, 1.0)",
        "ask.below(one + flag, 2.0)",
    ),
    VALUES.where(
        "cover: a crowd that must overflow does so one member late",
        "threshold = len(inside) * (each - 1) + 1",
        "threshold = len(inside) * (each - 1) + 2",
    ),
    PAIRS.where(
        "apart: everybody makes a pair with himself",
        "float(fixed @ shares @ fixed - fixed @ np.diag(shares)) / 2.0",
        "float(fixed @ shares @ fixed) / 2.0",
    ),
    PAIRS.where(
        "apart: a clique has fewer pairs than it has",
        "count * k - k * (k + 1) / 2",
        "count * k - k * (k + 3) / 2",
    ),
    KIN.where(
        "a relative who stays for good stands in nobody's way",
        "counts & ~movable[met.other]",
        "counts & movable[met.other]",
    ),
    KIN.where(
        "two candidates who are relatives may meet",
        "for at in _counted(met, unconfirmed)\n            if int(met.other[at]) == other",
        "for at in _counted(met, unconfirmed)\n            if int(met.other[at]) == -9",
    ),
    CANDIDATES.where(
        "people in doubt are searched without the switch",
        "kept = answer.possible if options.include_unknown else answer.sure",
        "kept = answer.possible",
    ),
    CANDIDATES.where(
        "people who have left office are candidates",
        'free = snapshot.people.texts("status").mask("在职")',
        'free = snapshot.people.texts("status").codes > -9',
    ),
    CANDIDATES.where(
        "pinned people are candidates",
        "free[seating.holder[seats[inside | pinned]]] = False",
        "free[seating.holder[seats[inside]]] = False",
    ),
    CANDIDATES.where(
        "people excluded by the user are candidates",
        "free[sorted(options.excluded)] = False",
        "free[[]] = False",
    ),
    STAGES.where(
        "seats left open are not held in the later stages",
        'written.builder.row("A", empty, high=float(least))',
        'written.builder.row("A", empty, high=float(least) + 9.0)',
    ),
    NEXT.where(
        "others may move when the next for a seat is sought",
        "low=float(len(rest))",
        "low=0.0",
    ),
    NEXT.where(
        "who is refused in favour of others counts as next",
        "free = here[~np.isin(board.person[here], barred)]",
        "free = here",
    ),
    OTHERS.where(
        "an alternative differs in one person less",
        "high=float(max(0, len(plan.moves) - apart))",
        "high=float(max(0, len(plan.moves) - apart + 1))",
    ),
    FRONT.where(
        "a plan that is beaten in one of three is left out",
        "return never and any(",
        "return never or any(",
    ),
    PRICE.where(
        "an upper bound is tightened instead of loosened",
        '("hi", target.hi, 1)',
        '("hi", target.hi, -1)',
    ),
    LARGE.where(
        "columns outside are left out of the bound",
        "relaxed.objective + float(outside.sum())",
        "relaxed.objective",
    ),
    OUTLOOK.where(
        "what the prices are worth is left out of the bound",
        "bound = free + sum(wish.bound for wish in wishes)",
        "bound = sum(wish.bound for wish in wishes)",
    ),
    OUTLOOK.where(
        "columns that were not looked at count for nothing",
        "bound = min(most, max(answer.bound, beyond))",
        "bound = min(most, answer.bound)\n        beyond = -np.inf",
    ),
    BLOCKS.where(
        "what is fixed is not taken off the rows that tie",
        "row_low=part.row_low - spent, row_high=part.row_high - spent",
        "row_low=part.row_low, row_high=part.row_high",
    ),
    BLOCKS.where(
        "a row that counts over two teams does not join them",
        "inner = counting[owner]",
        "inner = counting[owner] & False",
    ),
    POSSIBLE.where(
        "columns that would mend a row are not asked",
        "if not len(more):",
        "if len(more) >= 0:",
    ),
    POSSIBLE.where(
        "columns are priced with what they are worth as well",
        "    linear = linear.with_objective(Terms())\n    while True:",
        "    while True:",
    ),
    DEMAND.where(
        "one more may move than in all is allowed",
        "row, most = terms(moving), float(options.most_moves)",
        "row, most = terms(moving), float(options.most_moves + 1)",
    ),
    DEMAND.where(
        "who leaves a team does not touch it",
        "touching = into[board.place[moving]] | np.isin(board.person[moving], held)",
        "touching = into[board.place[moving]]",
    ),
)
