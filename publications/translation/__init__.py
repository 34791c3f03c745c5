"""What every translation was made from, and what of it has changed since: down to the block and the line.

Text in, values out; only `sources` writes files, only `history` asks git. Read it in this order:

a page taken apart     blocks ← body ← grammar, slash_blocks, inline, html_text, attributes, front_text
when texts are equal   normal_form, version
what is remembered     record (front matter), sources and history (source texts), same_meaning
what is different      alignment (old ↔ new), counterparts (source ↔ translation), change_kind, changes, gaps
what is told           family, comparison → status, states; diff, touch_up
what people do         start, done, memory
"""
