"""How a price moved since the quote before. Pure: numbers in, a value object out."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

_HUNDREDTH = Decimal("0.01")


class Direction(StrEnum):
    UP = "up"
    DOWN = "down"
    FLAT = "flat"


@dataclass(frozen=True)
class Change:
    """`amount` in the instrument's own unit, `percent` of the earlier value to two decimals; both carry their sign."""

    amount: Decimal
    percent: Decimal

    @property
    def direction(self) -> Direction:
        """Decided by the amount: a move too small for its percentage to show is a move all the same."""
        if not self.amount:
            return Direction.FLAT
        return Direction.UP if self.amount > 0 else Direction.DOWN


def change(now: Decimal | None, before: Decimal | None) -> Change | None:
    """The move from `before` to `now`; None where either is missing, because a missing price is never invented."""
    if now is None or before is None:
        return None
    amount = now - before
    return Change(amount, (amount / before * 100).quantize(_HUNDREDTH, ROUND_HALF_UP))
