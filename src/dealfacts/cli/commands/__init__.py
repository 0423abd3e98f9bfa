"""One command a file, each with `command`; imported only when it is called or listed."""
