"""Agencies: pages out to the tools that translators work with, and home again; the project's memory and terms both ways.

codes               a segment as words and numbered codes, for tools that know no Markdown
unit, units         a block that is translated as one, with all that a translator is told of it
enclosed            what a file carries along, by which it finds home
page_texts          these texts, each read once
parcel, gathering   what is sent: the pages of one pair of languages
xliff12, xliff21, po, word    a parcel as a file, and what came back in one
formats             which formats there are, and which of them a file is
returned            what came back, format by format the same
damage              what is wrong with the codes of a segment
homecoming          a page with what came back in it
placing, recording  its blocks in their places, and which version of its source it follows
receiving           the files: read, merged and written
tmx, tbx            the memory and the glossary, out and in
terms, learning     what others know, in the project's own files
markup              XML, read and written
"""
