"""One module per kind of claim, found by walking this folder.

A kind has `ATTRIBUTES` (the attributes that it makes), `NEEDS` (the words and signs of which a
sentence must hold one; empty where any sentence will do) and `propose(context)`, which yields a
`Draft` for everything in the sentence that the kind recognises. Proposals for the same words
compete by score; a figure has one meaning.
"""
