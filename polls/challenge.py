"""Proof of work: what a vote costs where too many come from one network. A reader's browser pays without being noticed.

Made for one voter of one poll, who can vote once, so a solution is of no use a second time or to anybody else.
"""

import time

from altcha import Payload, create_challenge, verify_solution

from polls import keys

# Some 256 attempts, each 2,000 rounds of SHA-256: a quarter of a second for a computer, two or three for an old phone.
ALGORITHM, ROUNDS, PREFIX = "PBKDF2/SHA-256", 2_000, "00"
VALID = 600
"""Seconds within which the proof has to come."""
LONGEST = 4096
"""Characters of an honest solution at most."""


def issue(poll_id, voter):
    """A challenge, ready to be sent as JSON, that `is_proof` takes the solution of."""
    data = {"poll": poll_id, "voter": voter}
    made = create_challenge(
        ALGORITHM, ROUNDS, key_prefix=PREFIX, expires_at=int(time.time()) + VALID, data=data, hmac_secret=keys.current()
    )
    return made.to_dict()


def is_proof(solution, poll_id, voter):
    """Whether the text `solution` (base64 of JSON, as altcha has it) solves a live challenge made for this voter."""
    payload = _read(solution)
    if payload is None or payload.challenge.parameters.data != {"poll": poll_id, "voter": voter}:
        return False
    return any(verify_solution(payload, secret).verified for secret in keys.known())


def _read(solution):
    if not 0 < len(solution) <= LONGEST:
        return None
    try:
        return Payload.from_base64(solution)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None  # anybody may send anything
