"""Games."""

import math

from newsroom.desk.demo.pictures import props
from newsroom.desk.demo.pictures.hand import (
    DARK,
    EARTH,
    FAR,
    HEIGHT,
    INK,
    MIST,
    NEAR,
    PAPER,
    SKIN,
    STRAW,
    SUN,
    WIDTH,
    steps,
)  # fmt: skip


def stadium(sheet):
    """A final at the net, seen from the upper rows of a full ground."""
    props.sky(sheet, 360, sun=None)
    props.towers(sheet, 420, 300, MIST, 6)
    sheet.oval(900, 960, 1060, 560, DARK)
    sheet.oval(900, 970, 960, 470, "#6f7a70")
    for index in range(1900):
        angle, depth = sheet.chance.uniform(math.pi, 2 * math.pi), 1 + (index % 9) * 0.021
        x, y = 900 + 880 * depth * math.cos(angle), 960 + 430 * depth * math.sin(angle)
        sheet.oval(x, y, 8, 9, sheet.chance.choice((SUN, STRAW, PAPER, MIST, EARTH)))
    pitch = [(430, 700), (1370, 700), (1700, HEIGHT), (100, HEIGHT)]
    sheet.oval(900, 1010, 850, 390, FAR)
    sheet.cut(pitch, NEAR, 8, PAPER)
    for left, right in ((430, 622), (810, 998), (1182, 1370)):
        spread = (900 - left) * 0.72, (900 - right) * 0.72
        sheet.hatch(
            [(left, 702), (right, 702), (right - spread[1], HEIGHT), (left - spread[0], HEIGHT)], DARK, 90, gap=18
        )
    for x, y in ((560, 775), (880, 760), (1200, 780), (660, 825), (930, 815), (1160, 830)):
        _player(sheet, x, y, 78, PAPER)
    sheet.line([(318, 870), (1482, 870)], 6, PAPER)
    _net(sheet, 300, 1500, 770, 840)
    for x, y in ((480, 960), (900, 945), (1310, 965), (560, 1080), (930, 1060), (1260, 1090)):
        _player(sheet, x, y, 110, SUN)
    sheet.oval(1010, 700, 17, 17, PAPER)
    for x in (330, 1470):
        sheet.bar(x - 8, 150, x + 8, 560, INK)
        sheet.cut([(x - 80, 190), (x - 80, 110), (x + 80, 110), (x + 80, 190)], PAPER, 6)


def _net(sheet, left, right, top, bottom):
    for x in (left, right):
        sheet.bar(x - 7, top - 14, x + 7, bottom + 60, INK)
    for y in steps(top, bottom, 4):
        sheet.line([(left, y), (right, y)], 9 if y == top else 3, PAPER)
    for x in steps(left, right, 40):
        sheet.line([(x, top), (x, bottom)], 3, PAPER)


def _player(sheet, x, foot, tall, shirt):
    sheet.stroke((x - tall * 0.5, foot + 4), (x + tall * 0.5, foot + 4), tall * 0.1, DARK)
    props.figure(sheet, x, foot, tall, shirt, hat=None)


def volleyball(sheet):
    """A spike at the net, the village looking on."""
    props.sky(sheet, 520)
    props.towers(sheet, 620, 430, MIST, 6)
    props.land(sheet, 620, 20, FAR)
    sheet.bar(0, 760, WIDTH, HEIGHT, "#c08a5a")
    sheet.hatch([(0, 764), (WIDTH, 764), (WIDTH, HEIGHT), (0, HEIGHT)], EARTH, 0, gap=36, width=6)
    for index in range(34):
        shirt = sheet.chance.choice((SUN, DARK, STRAW, PAPER, NEAR, "#6f7f86"))
        props.figure(sheet, index * 54 + sheet.chance.randint(-12, 12), 780, 150, shirt, STRAW if index % 3 else None)
    sheet.line([(120, 1010), (1680, 1010)], 9, PAPER)
    for x in (330, 1500):
        sheet.bar(x - 11, 430, x + 11, 1020, INK)
    for y in steps(470, 650, 6):
        sheet.line([(330, y), (1500, y)], 10 if y == 470 else 3, PAPER)
    for x in steps(330, 1500, 30):
        sheet.line([(x, 470), (x, 650)], 3, PAPER)
    _leaper(sheet, 760, 900, 420, SUN, 1)
    _leaper(sheet, 1110, 960, 400, DARK, -1)
    sheet.oval(900, 330, 46, 46, PAPER)
    for a in (0.4, 2.5, 4.6):
        sheet.line([(900, 330), (900 + 44 * math.cos(a), 330 + 44 * math.sin(a))], 5, INK)
    sheet.ring(900, 330, 46, 46, 5, INK)


def _leaper(sheet, x, foot, tall, shirt, face):
    hip, neck = foot - tall * 0.42, foot - tall * 0.84
    for knee, heel in ((0.1, -0.12), (-0.08, -0.3)):
        sheet.line(
            [(x, hip), (x + face * tall * knee, foot - tall * 0.2), (x + face * tall * heel, foot)], tall * 0.1, INK
        )
    sheet.shape(
        [(x - tall * 0.12, hip), (x - tall * 0.11, neck), (x + tall * 0.13, neck), (x + tall * 0.12, hip)], shirt
    )
    sheet.line(
        [
            (x + face * tall * 0.06, neck + 16),
            (x + face * tall * 0.2, neck - tall * 0.16),
            (x + face * tall * 0.26, neck - tall * 0.36),
        ],
        tall * 0.08,
        SKIN,
    )
    sheet.line(
        [
            (x - face * tall * 0.08, neck + 16),
            (x - face * tall * 0.26, neck + tall * 0.1),
            (x - face * tall * 0.12, neck + tall * 0.24),
        ],
        tall * 0.08,
        SKIN,
    )
    sheet.oval(x + face * tall * 0.02, neck - tall * 0.1, tall * 0.08, tall * 0.1, SKIN)
    sheet.oval(x, neck - tall * 0.15, tall * 0.09, tall * 0.06, INK)


def race(sheet):
    """Two long boats neck and neck at the village regatta."""
    props.sky(sheet, 420)
    props.karst(sheet, 500, 230)
    props.water(sheet, 498)
    for y, size, shirt in ((700, 0.8, STRAW), (940, 1.0, SUN)):
        _long_boat(sheet, 900 + sheet.chance.randint(-50, 50), y, 660 * size, shirt)


def _long_boat(sheet, x, y, half, shirt):
    props.reflection(sheet, x, y + half * 0.09, half * 0.95, half * 0.16, "#7d978f")
    for t in steps(-0.74, 0.66, 9):
        seat = x + half * t
        sheet.stroke((seat + half * 0.03, y - half * 0.1), (seat - half * 0.1, y + half * 0.16), half * 0.03, EARTH)
        sheet.shape(
            [
                (seat - half * 0.045, y),
                (seat - half * 0.01, y - half * 0.16),
                (seat + half * 0.06, y - half * 0.15),
                (seat + half * 0.05, y),
            ],
            shirt,
        )
        sheet.line([(seat + half * 0.03, y - half * 0.13), (seat + half * 0.05, y - half * 0.06)], half * 0.03, SKIN)
        sheet.oval(seat + half * 0.05, y - half * 0.19, half * 0.032, half * 0.038, SKIN)
        sheet.stroke(
            (seat, y - half * 0.215),
            (seat + half * 0.09, y - half * 0.215),
            half * 0.035,
            SUN if shirt != SUN else STRAW,
        )
    hull = [(x + half * s, y + half * (0.07 - 0.13 * abs(s) ** 5)) for s in steps(-1.08, 1.08, 40)]
    sheet.shape([*hull, (x + half, y - half * 0.03), (x - half, y - half * 0.03)], INK)
    sheet.stroke((x - half, y + half * 0.01), (x + half, y + half * 0.01), half * 0.035, SUN)
    sheet.line(
        [(x + half * (1.04 + 0.1 * t), y - half * (0.04 + 0.2 * t - 0.09 * t * t)) for t in steps(0, 1, 8)],
        half * 0.05,
        INK,
    )
    for s in steps(-1, 1, 26):
        foam = x + half * s
        sheet.stroke((foam, y + half * 0.1), (foam - half * 0.12, y + half * 0.12), half * 0.02, PAPER)


MOTIFS = (stadium, volleyball, race)
