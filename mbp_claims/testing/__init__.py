"""The kit of those who test the program from outside, as a person uses it. The program itself never imports it."""
