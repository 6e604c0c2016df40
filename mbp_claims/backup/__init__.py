"""A practice in one sealed file: the database and the clearinghouse's files, copied while the program runs."""
