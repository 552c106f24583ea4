"""`python -m tests.site check [NAME…]` and `python -m tests.site screenshots`: what the Makefile calls."""

import signal
import sys
import time

from newsroom.bootstrap import Stop, say
from tests.site import axe, extractors, links, nu, screenshots, server, tour

# In this order: what is quick comes first.
CHECKS = {"links": links, "extractors": extractors, "nu": nu, "axe": axe}
STOP_SIGNALS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]


def check(names) -> int:
    """Run the named checks, or all of them; the number of findings."""
    unknown = set(names) - set(CHECKS)
    if unknown:
        raise Stop(f"There is no check {', '.join(sorted(unknown))}; there are {', '.join(CHECKS)}.")
    with server.running() as site:
        planned = tour.plan(site)
        return sum(_run(name, planned) for name in names or CHECKS)


def _run(name, planned):
    """Print what one check finds, and how long it took."""
    began = time.monotonic()
    findings = list(CHECKS[name].find(planned))
    for finding in findings:
        _print(f"{name}: {finding.what}\n    {finding.where}")
    seconds = time.monotonic() - began
    _print(f"{name}: {f'{len(findings)} findings' if findings else 'clean'} ({seconds:.0f} s)")
    return len(findings)


def _print(text):
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def main(arguments) -> int:
    match arguments:
        case ["check", *names]:
            return 1 if check(names) else 0
        case ["screenshots"]:
            with server.running() as site:
                screenshots.take(tour.plan(site))
            return 0
    raise Stop("Say `check`, with the names of checks or without, or `screenshots`.")


if __name__ == "__main__":
    for number in STOP_SIGNALS:
        signal.signal(number, signal.default_int_handler)
    try:
        sys.exit(main(sys.argv[1:]))
    except Stop as reason:
        sys.exit(f"The site cannot be checked: {reason}")
    except KeyboardInterrupt:
        say("Stopped.")
        sys.exit(130)
