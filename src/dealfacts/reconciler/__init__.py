"""Compares claims: same item, same answer? Reads no text and knows no claim kind by its words."""
