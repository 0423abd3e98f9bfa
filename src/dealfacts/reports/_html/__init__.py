"""What the HTML report is made of: views with nothing left to decide, and templates to lay out."""
