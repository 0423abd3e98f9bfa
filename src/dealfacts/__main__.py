"""`python -m dealfacts` is the same program as `dealfacts`."""

from dealfacts.cli.main import main

if __name__ == "__main__":
    main(prog_name="dealfacts")
