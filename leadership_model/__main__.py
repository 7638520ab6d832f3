"""`python -m leadership_model COMMAND`."""

import sys

from leadership_model.cli.run import main, tell_fault

if __name__ == "__main__":
    sys.excepthook = tell_fault
    sys.exit(main())
