"""What markets tells the rest of the house. Heard in receivers.py of whoever cares; markets itself hears nothing."""

from django.dispatch import Signal

# Quotes were recorded. Sent once per record() or record_sheet(), after commit, so the rows are there for everybody.
# sender: markets.models.Quote. quotes: the new Quote rows, each with its instrument at hand (and its group_id).
# Sent robustly: a receiver that fails is logged and stops neither the others nor the person at the desk.
quotes_recorded = Signal()
