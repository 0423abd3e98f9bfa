"""The command line: the only part that prints, writes files and sets exit codes."""
