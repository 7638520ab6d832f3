"""What the user or the environment did wrong. Everything else that is raised is our bug."""


class UserError(Exception):
    """A fault of the user or the environment, with one Chinese sentence ready to be shown.

    The sentence says what happened and what to do about it.
    """

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class StaleError(UserError):
    """The record was changed by somebody else since it was read; nothing was written."""
