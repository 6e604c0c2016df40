"""What takes too long for every test run: `make soak`. Its figures stand in docs/reliability.md."""
