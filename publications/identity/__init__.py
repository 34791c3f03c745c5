"""Who publishes, and who pays for it: data/identity.yml, for pages, paper, e-mails and pictures alike.

identity    name, logo, contact, funders and disclaimer in each language
imprint     the same in one language, as pages, paper and e-mails say it
funding     what the European Union wants said of what it pays for
palette     the colours, by day and by night
contrast    whether one colour can be told from another, and the nearest that can
"""
