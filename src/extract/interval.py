"""Closed intervals of exact decimals: what a reported, rounded number stands for.

The interval semantics follows XBRL Calculations 1.1 (a reported value stands for every value
that rounds to it); truncation is told apart because Vietnamese reports often cut digits.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

ZERO = Decimal(0)
HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Interval:
    """All values between `low` and `high`, both included (low <= high)."""

    low: Decimal
    high: Decimal

    def __add__(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Interval) -> Interval:
        return Interval(self.low - other.high, self.high - other.low)

    def __mul__(self, other: Interval) -> Interval:
        ends = (
            self.low * other.low,
            self.low * other.high,
            self.high * other.low,
            self.high * other.high,
        )
        return Interval(min(ends), max(ends))

    def scaled(self, factor: Decimal) -> Interval:
        """This interval times an exact factor (which may be negative)."""
        a, b = self.low * factor, self.high * factor
        return Interval(min(a, b), max(a, b))

    def divided(self, other: Interval) -> Interval | None:
        """This interval divided by another; None where the divisor contains zero."""
        if other.low <= ZERO <= other.high:
            return None
        ends = (
            self.low / other.low,
            self.low / other.high,
            self.high / other.low,
            self.high / other.high,
        )
        return Interval(min(ends), max(ends))

    def meets(self, other: Interval) -> bool:
        """True where the two intervals share a value."""
        return self.low <= other.high and other.low <= self.high


def stated(value: Decimal, step: Decimal) -> Interval:
    """The values a number stated to the nearest `step` stands for.

    `step` is the worth of its last written digit in base units (14,8% -> 0.1; 1,5 tỷ -> 10**8);
    zero for a count, which stands for itself.
    """
    half = step * HALF
    return Interval(value - half, value + half)


def exact(value: Decimal) -> Interval:
    """The interval that holds one value."""
    return Interval(value, value)
