"""`python -m jixiao`: the same as the command `jixiao`."""

import sys

from jixiao.cli import main

if __name__ == "__main__":
    sys.exit(main())
