"""What every translation was made from, and what of it has changed since: down to the block and the line.

Read in this order: blocks (a page taken apart), normal_form and version (when two texts are the same),
record and sources (what a translation remembers), alignment and changes (what is different), status.
"""
