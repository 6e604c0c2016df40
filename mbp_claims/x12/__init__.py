"""X12 text in and out: what payers answer (835), what is filed (837P)."""
