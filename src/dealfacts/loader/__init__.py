"""Paths in, articles with their sentences out. Refuses to look for claims or to rewrite a text."""
