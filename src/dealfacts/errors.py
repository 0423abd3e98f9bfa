"""The one error of the program itself: bad options, bad data files, nothing to read.

What is wrong with an article is never raised: it is a `Problem` value in the report.
"""


class DealfactsError(Exception):
    """Something a user can mend: the message says where, what, and what to do."""
