"""Agencies: pages out to the tools that translators work with, and home again; the project's memory and terms both ways.

codes               a segment as words and numbered codes, for tools that know no Markdown
unit, units         a block that is translated as one, with all that a translator is told of it
enclosed            what a file carries along, by which it finds home
page_texts          these texts, each read once
sending             a page as it goes out, or why it does not
notes, candidates   what helps to translate a unit; how it was translated before
parcel, gathering   what is sent: the pages of one pair of languages
xliff12, xliff21, po, word    a parcel as a file, and what came back in one
inline, original_data         words and codes in XML, as these and tmx write them
formats             which formats there are, and which of them a file is
returned, word_returned       what came back, format by format the same
renames             a page that came back, as if it had been sent after it was renamed
damage, edits       what is wrong with the codes of a segment; what of a page is new, and what cannot be taken
homecoming          a page with what came back in it
placing, recording  its blocks in their places, and which version of its source it follows
receiving           the files: read, merged and written
tmx, tbx            the memory and the glossary, out and in
terms, learning     what others know, in the project's own files
markup              XML, read and written
"""
