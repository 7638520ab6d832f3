"""`python -m leadership_model COMMAND`."""

import sys

from leadership_model.cli.run import main

if __name__ == "__main__":
    sys.exit(main())
