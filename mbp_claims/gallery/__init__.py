"""The designers' door: every component in every state, at /gallery."""
