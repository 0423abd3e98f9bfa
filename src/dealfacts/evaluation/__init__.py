"""How good are the claims and the findings? Gold files in, precision and recall out.

Refuses to tune anything and to print: the command and its tests decide what a score is for.
"""
