"""How fast the program is: beside React pages that do the same write, and beside the bare floor. `python -m bench`."""
