"""Paper: publications as PDF/UA, and pictures, set by Typst from the theme's templates.

words: HTML as values that templates set in type (html_tree, chart), and sections of it;
pictures: drawings and photographs; imprint: who publishes and who funds, as values; icons: the logo as browsers want it;
sheet → poster: an infographic on one sheet, whose boxes hold their words (fitting); social: the picture beside a link;
proof: the poster as its text is now, with what is too full marked, for who is typing it;
typesetting: Typst itself; cache: what it made before; publishing: where all this lies on the site.
"""
