"""Before anything of ours is imported: no test touches the practice's own database, and each has the same moment."""

import os
import tempfile

# Late in the evening, when it is already the next day in UTC.
os.environ["MBP_NOW"] = "2026-11-23T21:40:00-05:00"
os.environ["MBP_TIMEZONE"] = "America/New_York"
os.environ["MBP_DATABASE_URL"] = f"sqlite:///{tempfile.mkdtemp(prefix='mbp-claims-')}/unit.db"
