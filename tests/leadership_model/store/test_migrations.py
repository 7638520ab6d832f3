from leadership_model.store.migrations import STEPS, Step, newest, pending


def nothing(connection):
    pass


def test_steps_are_numbered_from_one_without_gaps():
    assert [step.number for step in STEPS] == list(range(1, len(STEPS) + 1))


def test_every_step_says_what_it_does_in_one_line():
    assert all("\n" not in (step.apply.__doc__ or "\n") for step in STEPS)


def test_only_later_steps_are_pending():
    steps = tuple(Step(number, str(number), nothing) for number in (1, 2, 3))
    assert newest(steps) == 3
    assert [step.number for step in pending(steps, 1)] == [2, 3]
    assert pending(steps, 3) == ()
