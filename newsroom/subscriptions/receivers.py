"""What a new price leads to. Hears the market's fact after commit; the person at the desk waits for none of it."""

from newsroom.desk import background
from newsroom.subscriptions import actions, alerts, sending


def prices_changed(sender, quotes, **kwargs):
    """Prices were recorded or corrected: those concerned are told."""
    background.run(tell)


def tell():
    """Write what is to be told of the prices that stand, and send it."""
    alerts.judge()
    sending.run()


def do_what_is_due():
    """What the clock asks for, and what a process that died left undone. Safe to repeat."""
    actions.sweep()
    tell()
