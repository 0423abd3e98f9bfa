"""dealfacts finds where news articles about one deal disagree, and shows the words behind it."""

__version__ = "0.1.0"
