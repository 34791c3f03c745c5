"""One reading of a page: its text parsed once, and everything that is asked of it worked out from that.

source_page, encoding     a file as its author left it; whether it is UTF-8 text
reading                   one text and all its parts, each worked out when first asked for
frontmatter               the YAML above the text; front_values, front_edit
dialect                   Markdown → tokens: block_rules, slash_blocks, inline_rules, attributes, facts_in_text, placed
rendered, html, footnotes tokens → HTML, block by block
allow_list, address       what of it is published, and where a link leads
blocks, block             tokens → what is translated as one; inline, html_texts
anatomy                   tokens → headings, ids, links
mention                   tokens → the facts that are named
pasted                    what Word and spreadsheets leave in a text
near_misses               tokens → what was meant as Markdown, and is none
passages, passage         tokens → running text, each letter with its place; inline_text
tags                      raw HTML, taken apart
"""
