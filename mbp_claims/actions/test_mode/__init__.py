"""What test mode offers to those who test from outside: practices of their own, their clocks, their payers."""
