"""Everything anyone did to a story, an account, a role or a setting: one view over the ledgers that hold it anyway.

rows   the tables and how they are asked: one query for a page, whatever it holds
words  what a row says, to somebody who may know it
views  the page, and the same as a file for a spreadsheet
"""
