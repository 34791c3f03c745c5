"""One reading of a page: its text parsed once, and everything that is asked of it worked out from that."""
