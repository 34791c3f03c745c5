"""The desk: a page beside its source in the browser, on the files themselves.

what there is      rows (block beside block), opened (a page as it lies on disk)
what is written    typed (what somebody typed, as Markdown), places (where it goes now), saving (into the file)
                   steps (begin a page, done, minor), front_form, pictures
charts             chart_form (text ⇄ form), chart_table, chart_options, chart_places, chart_editing, chart_actions
what is advised    advice (memory, terms), block_checks, poster (as it is while somebody types)
what is shown      session (the project between two requests), glance (its files), views (templates), codes (segments as JSON)
how it is served   server (addresses), actions (what is asked for), answers (what is told), guard (who may ask)
"""
