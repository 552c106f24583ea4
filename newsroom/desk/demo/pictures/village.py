"""Villages, their houses, gates and markets."""

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
    NIGHT,
    PAPER,
    STRAW,
    SUN,
    WIDTH,
    steps,
)  # fmt: skip


def market(sheet):
    """A country market under umbrellas."""
    props.sky(sheet, 420, sun=None)
    props.towers(sheet, 550, 330, MIST, 6)
    props.land(sheet, 520, 30, FAR)
    sheet.bar(0, 560, WIDTH, HEIGHT, "#d3b48c")
    sheet.hatch([(0, 564), (WIDTH, 564), (WIDTH, HEIGHT), (0, HEIGHT)], EARTH, 2, gap=40, width=5)
    for row, (base, count, half) in enumerate(((700, 7, 130), (900, 5, 190))):
        for index in range(count):
            x = (index + 0.5) * WIDTH / count + sheet.chance.randint(-30, 30)
            _stall(sheet, x, base + sheet.chance.randint(-16, 16), half, (index + row * 2) % 4)
    for x, foot, tall, shirt in ((560, 1110, 300, DARK), (900, 1130, 330, SUN), (1230, 1115, 310, "#6f7f86")):
        props.figure(sheet, x + sheet.chance.randint(-40, 40), foot, tall, shirt)


def _stall(sheet, x, foot, half, tint):
    colour = (SUN, STRAW, PAPER, NEAR)[tint]
    sheet.bar(x - 5, foot - half * 1.7, x + 5, foot, INK)
    dome = [(x + half * math.cos(a), foot - half * 1.15 - half * 0.62 * math.sin(a)) for a in steps(0, math.pi, 24)]
    rim = [(x + half * t, foot - half * 1.15 + half * 0.06 * abs(math.sin(t * 9.4))) for t in steps(-1, 1, 24)]
    sheet.cut([*dome, *rim], colour, 5)
    for t in (-0.6, -0.22, 0.22, 0.6):
        sheet.line([(x, foot - half * 1.77), (x + half * t, foot - half * 1.12)], 3, INK)
    props.figure(sheet, x + half * 0.3, foot, half * 0.95, sheet.chance.choice((DARK, EARTH, "#6f7f86")))
    sheet.cut([(x - half, foot - half * 0.3), (x + half * 0.9, foot - half * 0.3), (x + half * 0.8, foot + half * 0.16),
               (x - half * 0.9, foot + half * 0.16)], EARTH, 5)  # fmt: skip
    for t in steps(-0.85, 0.75, 9):
        size = half * sheet.chance.uniform(0.09, 0.14)
        sheet.oval(x + half * t, foot - half * 0.33, size, size, sheet.chance.choice((SUN, STRAW, FAR, NEAR)))


def gable(sheet):
    """The communal house of a village behind its yard."""
    props.sky(sheet, 560)
    props.towers(sheet, 760, 470, MIST, 6)
    for x in (230, 1570):
        props.tree(sheet, x, 800, 480)
    sheet.bar(0, 860, WIDTH, HEIGHT, "#d8bd93")
    sheet.hatch([(0, 862), (WIDTH, 862), (WIDTH, HEIGHT), (0, HEIGHT)], EARTH, 0, gap=38, width=6)
    sheet.bar(400, 640, 1400, 850, DARK)
    for x in steps(420, 1380, 8):
        sheet.bar(x - 16, 630, x + 16, 856, EARTH)
        sheet.oval(x, 862, 30, 12, MIST)
    for x in (480, 840, 960, 1320):
        sheet.bar(x - 38, 690, x + 38, 850, "#7f3b2a")
        sheet.hatch([(x - 38, 690), (x + 38, 690), (x + 38, 850), (x - 38, 850)], INK, 90, gap=15)
    for step in range(3):
        sheet.bar(
            360 - step * 30, 852 + step * 26, 1440 + step * 30, 876 + step * 26, (MIST, "#b9b59f", "#a5a18c")[step]
        )
    props.roof(sheet, 900, 660, 640, 330)
    for side in (-1, 1):
        sheet.line([(900 + side * 30 * t, 322 - 26 * math.sin(t * 1.5)) for t in steps(0, 3, 10)], 11, INK)
    sheet.oval(900, 318, 30, 30, STRAW)
    for x, shirt in ((660, DARK), (760, SUN), (1120, "#6f7f86")):
        props.figure(sheet, x, 1070, 220, shirt, hat=None)


def gate(sheet):
    """The gate of a pagoda at the foot of the rocks."""
    props.sky(sheet, 500)
    props.towers(sheet, 860, 640, MIST, 5)
    props.tower(sheet, 300, 900, (360, 620), FAR, NEAR)
    props.tower(sheet, 1540, 900, (340, 540), FAR, NEAR)
    sheet.bar(0, 880, WIDTH, HEIGHT, "#d8bd93")
    path = [(760, 880), (1040, 880), (1380, HEIGHT), (420, HEIGHT)]
    sheet.cut(path, MIST, 5)
    sheet.hatch(path, EARTH, 0, gap=44, width=7)
    for x, half, eave in ((620, 130, 620), (1180, 130, 620), (900, 190, 520)):
        sheet.cut([(x - half, 890), (x - half, eave), (x + half, eave), (x + half, 890)], PAPER, 7)
        sheet.hatch([(x + half * 0.5, 888), (x + half * 0.5, eave), (x + half, eave), (x + half, 888)], FAR, 90, gap=16)
        arch = [(x + half * 0.5 * math.cos(a), 700 - half * 0.5 * math.sin(a)) for a in steps(0, math.pi, 20)]
        sheet.shape([*arch, (x - half * 0.5, 890), (x + half * 0.5, 890)], DARK)
        props.roof(sheet, x, eave, half * 1.45, half * 0.62)
    sheet.bar(820, 400, 980, 470, PAPER)
    props.roof(sheet, 900, 400, 200, 110)
    props.tree(sheet, 1540, 950, 420)
    props.palm(sheet, 330, 960, 470)
    for x, foot, shirt in ((840, 1010, EARTH), (990, 1090, SUN)):
        props.figure(sheet, x, foot, foot - 800, shirt)


def rain(sheet):
    """Rain over the roofs of a village."""
    sheet.bar(0, 0, WIDTH, HEIGHT, "#b9bdb0")
    for index in range(30):
        y, x = 50 + index * 13, sheet.chance.uniform(-300, 1500)
        sheet.stroke((x, y), (x + sheet.chance.uniform(300, 900), y), 24, ("#a3a99d", "#c8cabb", "#8d968d")[index % 3])
    props.towers(sheet, 640, 400, "#9fa898", 6)
    props.towers(sheet, 660, 250, "#7d8a7c", 7, "#6b796c")
    for x, foot, half in (
        (300, 700, 230),
        (880, 690, 220),
        (1500, 700, 240),
        (560, 860, 300),
        (1250, 880, 330),
        (880, 1050, 380),
    ):
        _house(sheet, x, foot + 60, half, sheet.chance.choice((SUN, "#94483a", "#a65b46")))
    for x in (120, 1700, 1040):
        props.palm(sheet, x, 980, 430, DARK)
    for _ in range(420):
        x, y = sheet.chance.uniform(0, WIDTH + 200), sheet.chance.uniform(-60, HEIGHT)
        length = sheet.chance.uniform(60, 170)
        sheet.stroke((x, y), (x - length * 0.3, y + length), 4, PAPER)


def _house(sheet, x, foot, half, colour):
    sheet.bar(x - half * 0.82, foot - half * 0.5, x + half * 0.82, foot + half * 0.3, PAPER)
    sheet.hatch([(x, foot - half * 0.5), (x + half * 0.82, foot - half * 0.5), (x + half * 0.82, foot + half * 0.3),
                 (x, foot + half * 0.3)], FAR, 90, gap=22)  # fmt: skip
    sheet.bar(x - half * 0.16, foot - half * 0.34, x + half * 0.16, foot + half * 0.3, DARK)
    for side in (-0.55, 0.5):
        sheet.bar(x + half * (side - 0.13), foot - half * 0.3, x + half * (side + 0.13), foot - half * 0.06, DARK)
    top, eave = foot - half * 0.86, foot - half * 0.36
    tiles = [(x - half, eave), (x - half * 0.78, top), (x + half * 0.78, top), (x + half, eave)]
    sheet.cut(tiles, colour, 6)
    sheet.hatch(tiles, INK, 90, gap=16, width=5)


def lanterns(sheet):
    """Lanterns over an old street at night."""
    sheet.bar(0, 0, WIDTH, HEIGHT, NIGHT)
    sheet.hatch([(0, 0), (WIDTH, 0), (WIDTH, 700), (0, 700)], "#36434b", 0, gap=34, width=8)
    props.towers(sheet, 760, 420, "#1f282e", 6)
    for side in (-1, 1):
        for depth, tone in ((0, "#3a3430"), (1, "#4a3f36"), (2, "#5d4a3b")):
            _front(sheet, side, depth, tone)
    sheet.shape([(760, 820), (1040, 820), (1500, HEIGHT), (300, HEIGHT)], "#6d5a45")
    sheet.hatch([(760, 820), (1040, 820), (1500, HEIGHT), (300, HEIGHT)], STRAW, 0, gap=34, width=6)
    for y, sag, count, size in ((180, 150, 7, 74), (400, 90, 7, 46), (560, 50, 7, 30)):
        _string(sheet, y, sag, count, size)
    for x, foot, shirt in ((800, 1000, INK), (930, 930, "#1f282e"), (1040, 1090, INK)):
        props.figure(sheet, x, foot, (foot - 760) * 0.9, shirt, hat=None)


def _front(sheet, side, depth, tone):
    outer, inner = 900 + side * (900 - depth * 220), 900 + side * (640 - depth * 200)
    top, foot = 330 + depth * 110, 1130 - depth * 110
    wall = [(outer, top - 40), (inner, top + 50), (inner, foot - 70), (outer, foot + 30)]
    sheet.cut(wall, tone, 6)
    sheet.hatch(wall, INK, 90, gap=30, width=6)
    middle, wide = (outer + inner) / 2, abs(outer - inner) * 0.22
    sheet.cut(
        [
            (middle - wide, top + 240),
            (middle + wide, top + 250),
            (middle + wide, foot - 40),
            (middle - wide, foot - 30),
        ],
        STRAW,
        7,
    )


def _string(sheet, y, sag, count, size):
    curve = [(300 + 1200 * t, y + sag * (1 - (2 * t - 1) ** 2)) for t in steps(0, 1, 30)]
    sheet.line(curve, 4, STRAW)
    for index in range(count):
        t = (index + 0.5) / count
        x, top = 300 + 1200 * t, y + sag * (1 - (2 * t - 1) ** 2)
        body, colour = top + size * 0.9, (SUN, STRAW)[index % 3 == 1]
        sheet.oval(x, body, size * 1.0, size * 0.8, colour)
        for rib in (0.3, 0.68):
            sheet.ring(x, body, size * rib, size * 0.8, max(2, size / 20), "#7f231b")
        sheet.bar(x - size * 0.36, body - size * 0.86, x + size * 0.36, body - size * 0.7, INK)
        sheet.bar(x - size * 0.36, body + size * 0.7, x + size * 0.36, body + size * 0.86, INK)
        for tail in (-0.14, 0, 0.14):
            sheet.stroke((x + size * tail, body + size * 0.8), (x + size * tail, body + size * 1.6), size * 0.09, SUN)


def hall(sheet):
    """The house of culture of a hamlet, bicycles and people before it."""
    props.sky(sheet, 560)
    props.towers(sheet, 700, 420, MIST, 6)
    props.towers(sheet, 730, 220, FAR, 8, "#86937a")
    sheet.bar(0, 800, WIDTH, HEIGHT, "#d8bd93")
    sheet.hatch([(0, 804), (WIDTH, 804), (WIDTH, HEIGHT), (0, HEIGHT)], EARTH, 0, gap=44, width=5)
    sheet.cut([(430, 860), (430, 560), (1370, 560), (1370, 860)], "#e7cf98", 7)
    sheet.hatch([(1140, 858), (1140, 562), (1368, 562), (1368, 858)], EARTH, 90, gap=20)
    for x in (560, 720, 1080, 1240):
        sheet.cut([(x - 46, 780), (x - 46, 640), (x + 46, 640), (x + 46, 780)], NEAR, 6)
        sheet.bar(x - 3, 640, x + 3, 780, PAPER)
    sheet.cut([(820, 860), (820, 630), (980, 630), (980, 860)], DARK, 6)
    tiles = [(370, 570), (500, 400), (1300, 400), (1430, 570)]
    sheet.cut(tiles, SUN, 8)
    sheet.hatch(tiles, "#7f231b", 90, gap=18)
    sheet.cut([(700, 560), (900, 440), (1100, 560)], PAPER, 8)
    props.flag(sheet, 330, 880, 470)
    props.tree(sheet, 1560, 870, 470)
    for x, foot, shirt, hat in (
        (640, 1010, DARK, None),
        (760, 1030, SUN, STRAW),
        (1010, 1000, "#6f7f86", None),
        (1130, 1030, EARTH, STRAW),
    ):
        props.figure(sheet, x, foot, 230, shirt, hat)


MOTIFS = (market, gable, gate, rain, lanterns, hall)
