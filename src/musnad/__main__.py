"""``python -m musnad``."""

import sys

from musnad.cli import main

sys.exit(main())
