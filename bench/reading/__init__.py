"""How fast an 835 is read, and in how much memory, beside other readers of the same file."""
