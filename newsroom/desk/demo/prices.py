"""Invented market prices for the demo: twelve instruments and a plausible history for each.

Nothing here was ever asked or paid. A value depends on the instrument and the day alone, so that seeding again
tomorrow tells the same past. The seed records it through `markets.intake`, like any other price.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

from django.utils import timezone

SOURCE = "Số liệu minh họa"
FEED = {
    "name": "Ngân hàng minh họa",
    "provider": "vietcombank-xml",
    "url": "https://ngan-hang.example/ty-gia.xml",
    "interval": 300,
}

# Slug and name, in the order of the page.
GROUPS = {
    "vang": "Vàng",
    "ngoai-te": "Ngoại tệ",
    "xang-dau": "Xăng dầu",
    "nong-san": "Lúa gạo, thịt lợn",
    "rau-cu": "Rau củ",
}

_THURSDAY = 3
DAYS = 91
# Somebody who looks at a year should see one.
LONG_DAYS = 400
LONG = ("vang-mieng-sjc", "vang-nhan-tron-9999", "usd", "xang-ron-95")


@dataclass(frozen=True)
class DemoInstrument:
    """Text and course of one instrument. Amounts are in `unit`.

    The reference value swings around `base` by at most the share `swing`, in whole `step`s; with `spread` the
    instrument is a pair whose buying price lies that much lower. `weekday` (Monday is 0) is the only day on which the
    price moves, None for every day. `at` is the hour at which the day's price is named.
    """

    group: str
    name: str
    definition: str
    unit: str
    base: int
    step: str
    swing: float
    spread: str | None = None
    decimals: int = 0
    weekday: int | None = None
    at: time = time(9, 0)
    on_front: bool = False
    family: str = ""

    @property
    def stale_after(self) -> int:
        """Hours. What moves once a week lasts a week."""
        return 36 if self.weekday is None else 8 * 24

    @property
    def kind(self) -> str:
        """A value of `markets.models.Instrument.Kind`."""
        return "single" if self.spread is None else "pair"


@dataclass(frozen=True)
class DailyQuote:
    """The amounts of one day, ready for `markets.intake.Entry`."""

    quoted_at: datetime
    buy: Decimal | None
    sell: Decimal | None
    price: Decimal | None


# Slug and instrument, in the order of the page.
INSTRUMENTS = {
    "vang-mieng-sjc": DemoInstrument(
        "vang",
        "Vàng miếng SJC",
        "Vàng miếng loại 1 lượng, giá tại cửa hàng ở thành phố Hoa Lư",
        "đồng/lượng",
        150_000_000,
        "100000",
        0.06,
        spread="2000000",
        on_front=True,
    ),
    "vang-nhan-tron-9999": DemoInstrument(
        "vang",
        "Vàng nhẫn trơn 9999",
        "Nhẫn tròn trơn 1 đến 5 chỉ, quy ra lượng",
        "đồng/lượng",
        147_500_000,
        "100000",
        0.06,
        spread="2800000",
        on_front=True,
    ),
    "usd": DemoInstrument(
        "ngoai-te",
        "Đô la Mỹ (USD)",
        "Tiền mặt, giá niêm yết tại quầy",
        "đồng/USD",
        26_380,
        "5",
        0.008,
        spread="310",
        at=time(8, 30),
        on_front=True,
    ),
    "eur": DemoInstrument(
        "ngoai-te",
        "Euro (EUR)",
        "Tiền mặt, giá niêm yết tại quầy",
        "đồng/EUR",
        31_250,
        "0.01",
        0.025,
        spread="1385.5",
        decimals=2,
        at=time(8, 30),
    ),
    "xang-ron-95": DemoInstrument(
        "xang-dau",
        "Xăng RON 95-III",
        "Giá bán lẻ vùng 1",
        "đồng/lít",
        20_300,
        "10",
        0.08,
        weekday=_THURSDAY,
        at=time(15, 0),
        on_front=True,
    ),
    "xang-e5-ron-92": DemoInstrument(
        "xang-dau",
        "Xăng E5 RON 92-II",
        "Giá bán lẻ vùng 1",
        "đồng/lít",
        19_750,
        "10",
        0.08,
        weekday=_THURSDAY,
        at=time(15, 0),
    ),
    "dau-diesel": DemoInstrument(
        "xang-dau",
        "Dầu điêzen 0,05S-II",
        "Giá bán lẻ vùng 1",
        "đồng/lít",
        18_900,
        "10",
        0.08,
        weekday=_THURSDAY,
        at=time(15, 0),
        on_front=True,
    ),
    "lon-hoi": DemoInstrument(
        "nong-san",
        "Lợn hơi",
        "Lợn siêu nạc từ 90 kg, giá tại chuồng",
        "đồng/kg",
        58_000,
        "500",
        0.12,
        on_front=True,
    ),
    "lua-bac-thom": DemoInstrument(
        "nong-san", "Lúa Bắc thơm số 7", "Lúa khô, giá thương lái mua tại nhà", "đồng/kg", 11_200, "100", 0.06
    ),
    "gao-bac-thom": DemoInstrument(
        "nong-san", "Gạo Bắc thơm", "Gạo tẻ, giá bán lẻ tại chợ", "đồng/kg", 19_000, "500", 0.06, on_front=True
    ),
    "cai-bap": DemoInstrument(
        "rau-cu", "Cải bắp", "Giá bán lẻ tại chợ", "đồng/kg", 12_000, "500", 0.35, at=time(6, 30)
    ),
    "ca-chua": DemoInstrument(
        "rau-cu", "Cà chua", "Giá bán lẻ tại chợ", "đồng/kg", 20_000, "500", 0.35, at=time(6, 30)
    ),
}

# Slow and quick movements, in days, laid over one another.
_PERIODS = (64, 16, 4, 1)


def daily_quotes(instrument_key: str, days: int = 90, *, until: date) -> Iterator[DailyQuote]:
    """One quote a day for the `days` days that end on `until`, oldest first.

    The last may lie later on its day than now; intake takes nothing from the future, so leave it out.
    """
    instrument = INSTRUMENTS[instrument_key]
    for back in reversed(range(days)):
        yield _quote(instrument_key, instrument, until - timedelta(days=back))


def _quote(key, instrument, day):
    reference = _reference(key, instrument, _day_of_change(day, instrument.weekday))
    quoted_at = datetime.combine(day, instrument.at, timezone.get_default_timezone())
    if instrument.spread is None:
        return DailyQuote(quoted_at, None, None, reference)
    return DailyQuote(quoted_at, reference - Decimal(instrument.spread), reference, None)


def _day_of_change(day, weekday):
    """The day whose price still holds on `day`."""
    return day if weekday is None else day - timedelta(days=(day.weekday() - weekday) % 7)


def _reference(key, instrument, day):
    value = instrument.base * (1 + instrument.swing * _swing(key, day))
    step = Decimal(instrument.step)
    return (Decimal(value) / step).quantize(Decimal(1), ROUND_HALF_UP) * step


def _swing(key, day):
    """Between -1 and 1, moving like a market: long waves carry most, a little haste every day."""
    total = 0.0
    for period in _PERIODS:
        slot, into = divmod(day.toordinal(), period)
        left, right = _chance(key, period, slot), _chance(key, period, slot + 1)
        total += (left + (right - left) * into / period) * period**0.5
    return total / sum(period**0.5 for period in _PERIODS)


def _chance(*seed):
    return random.Random("/".join(map(str, seed))).uniform(-1, 1)  # noqa: S311  (a picture of a market, no secret)
