"""What a new site, and a new publication, begin with: texts in each language, and the files around them.

starter      the files of a new site
example      the text of a new publication of a kind, and its layout
pages/       the texts, by language; [[name]] and its like are filled in
site/        the files of a site besides its texts
"""
