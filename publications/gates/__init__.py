"""Gates: what the project asks of its translations, in one place of mkdocs.yml, and whether it is so.

extra:
  gates:
    level: warning              # what a broken gate is: warning (stops `--strict` only), or error
    pages:                      # which pages must exist in which languages
      index.md: all
      "infographics/*": [sv, it]
    outdated_days: 30           # how long a translation may be outdated, for all or by language: {ro: 30}
    coverage: {ro: 80, it: 60}  # the least per cent of words that say what their sources say now

Without gates, nothing that is missing or outdated is more than told.
"""
