"""One reading of a page: its text parsed once, and everything that is asked of it worked out from that.

source_page, encoding     a file as its author left it; whether it is UTF-8 text
reading                   one text and all its parts, each worked out when first asked for
frontmatter               the YAML above the text; front_values, front_edit
dialect                   Markdown → tokens: block_rules, slash_blocks, inline_rules, attributes, facts_in_text, placed
html, footnotes           tokens → what readers get
blocks, block             tokens → what is translated as one; inline, html_texts
anatomy                   tokens → headings, ids, links
mention                   tokens → the facts that are named
near_misses               tokens → what was meant as Markdown, and is none
passages, passage         tokens → running text, each letter with its place; inline_text
tags                      raw HTML, taken apart
"""
