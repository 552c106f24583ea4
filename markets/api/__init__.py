"""Prices for programs: to read by everybody, to send by sources that hold a token. JSON under `/api/v1/`.

answers    how everything is answered: caching, CORS, problems by RFC 9457
asked      parameters of an address
shapes     rows as JSON
document   the OpenAPI document, which tests hold every answer against, and the page for people drawn from it
reading    the views that read
sending    the view that takes quotes
body       from what a source sent to entries for intake, and what became of each
"""
