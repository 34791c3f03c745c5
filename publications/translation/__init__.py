"""What every translation was made from, and what of it has changed since: down to the block and the line.

Text in, values out; only `sources` writes files, only `history` asks git. Read it in this order:

when texts are equal   normal_form, version
what is remembered     record (front matter), sources and history (source texts), same_meaning, glossary
what is different      alignment (old ↔ new), counterparts (source ↔ translation; path, features), change_kind, changes, gaps
                       structure (what must be the same; numbers)
what holds everywhere  anchors (the ids of headings)
what is told           family, translated_text, comparison → status; diff, touch_up
what people do         start, done, memory
"""
