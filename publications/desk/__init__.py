"""The desk: a page beside its source in the browser, on the files themselves.

what there is      rows (block beside block), opened (a page as it lies on disk), task_list
what is written    saving (one block), steps (begin a page, done, minor)
what is advised    advice (memory, terms), block_checks
what is shown      session (the project between two requests), views (templates), codes (segments as JSON)
how it is served   server (addresses), guard (who may ask)
"""
