"""The pages that the program is measured beside."""
