"""`python -m mbp_claims.cli`, where the console script is not installed."""

import sys

from mbp_claims.cli import main

sys.exit(main())
