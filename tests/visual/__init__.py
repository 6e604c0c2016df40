"""Every specimen and every screen as a picture in both themes, beside what it was before."""
