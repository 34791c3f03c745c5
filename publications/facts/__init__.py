"""Facts: numbers, dates, periods and countries that are said once, in data/, and written by every page."""
