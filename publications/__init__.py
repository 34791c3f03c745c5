"""The engine: plain Python that knows publications and their languages, with MkDocs at one of its two doors.

The way of a page is one line:

    snapshot     bytes: the files as they lie on disk, told apart from those of an earlier run
      → reading/       one reading of each text: parsed once, and all that is asked of it
      → finding        what is wrong with it (checks/), where it stands (status/), what it looks like (site/content);
                       kept in the store until what it depends on (surroundings) has changed → findings
      → site/          files: rendered for each language where readers would see something new, and swapped in

layers              a site's own files over those that the engine ships (defaults/)
identity/, kinds    who publishes and who pays for it; which kinds of publication there are
project, pages      where things are, and which text a reader is shown
catalogs            the site's own short texts in each locale
templates           read from the theme, and compiled once for all sites
faults              what is wrong, where, and what to do
language/           what is right in one language and wrong in another: numbers, dates, typesetting, spelling
facts/              what is said once in data/ and written into every page
translation/        what a translation follows, and what has changed since
editing/            edits of a page, block by block, and merges: every other byte stays
desk/               translating and writing in the browser, on the files themselves
agencies/           translations to and from the tools of agencies: XLIFF, PO, TMX, TBX, Word
cms/                the forms of a Git-based editor on the web
charts/             tables drawn
layouts/            texts drawn by a layout: which section how, once for all languages
paper/              PDF/UA and pictures, set by Typst
newsletters/        one text as page, PDF, e-mail and feed
importing/          Word files, PDFs and text as pages to edit
adopting/           sites of other generators as sites here
starter/            what a new site and a new publication begin with; upgrading: what a newer engine changes
store, packing      what was worked out before, in one SQLite file, and values as JSON
moving, redirects   a page renamed or taken away in all languages, and where its readers go then
recorded            what a command said, to be said again while nothing has changed
parallel, writing   work spread over the cores; files replaced whole
repository          what git knows
hooks/, commands/   the doors: MkDocs' events, and the command `pubs`
"""
