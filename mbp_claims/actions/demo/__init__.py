"""How the cast comes into a database: through the verbs that a clinician uses, at the moments when it happened."""
