"""Schools, clinics, courts."""

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
    WATER,
    WIDTH,
    steps,
)  # fmt: skip


def school(sheet):
    """A village school, children in the yard."""
    props.sky(sheet, 480)
    props.towers(sheet, 720, 460, MIST, 6)
    sheet.bar(0, 800, WIDTH, HEIGHT, "#d8bd93")
    sheet.hatch([(0, 804), (WIDTH, 804), (WIDTH, HEIGHT), (0, HEIGHT)], EARTH, 0, gap=46, width=5)
    sheet.cut([(330, 850), (330, 460), (1470, 460), (1470, 850)], "#ead7a6", 7)
    for row in (500, 690):
        for x in steps(420, 1380, 8):
            sheet.cut([(x - 42, row + 110), (x - 42, row), (x + 42, row), (x + 42, row + 110)], NEAR, 5)
            sheet.bar(x - 2, row, x + 2, row + 110, PAPER)
        sheet.bar(330, row + 128, 1470, row + 146, SUN)
    sheet.hatch([(1200, 850), (1200, 462), (1468, 462), (1468, 850)], EARTH, 90, gap=26, width=5)
    props.roof(sheet, 900, 478, 620, 150)
    props.flag(sheet, 900, 990, 790)
    for x in (180, 1640):
        props.tree(sheet, x, 860, 470)
    for x in (470, 570, 700, 1040, 1180, 1290, 1390):
        _child(sheet, x + sheet.chance.randint(-20, 20), 1060 + sheet.chance.randint(-60, 30), 170)


def _child(sheet, x, foot, tall, shirt=PAPER):
    """A schoolchild: white shirt, red scarf, satchel."""
    props.figure(sheet, x, foot, tall, shirt, hat=None)
    sheet.shape(
        [(x - tall * 0.08, foot - tall * 0.8), (x + tall * 0.08, foot - tall * 0.8), (x, foot - tall * 0.62)], SUN
    )
    sheet.bar(x + tall * 0.07, foot - tall * 0.76, x + tall * 0.2, foot - tall * 0.5, NEAR)


def dyke(sheet):
    """Children going to school along the dyke."""
    props.sky(sheet, 600)
    props.towers(sheet, 700, 440, MIST, 6)
    props.towers(sheet, 720, 220, FAR, 8, "#86937a")
    sheet.bar(0, 716, WIDTH, HEIGHT, WATER)
    sheet.hatch([(0, 716), (WIDTH, 716), (WIDTH, 980), (0, 980)], PAPER, 0, gap=22, width=5)
    ridge = [(x, 850 - 40 * math.sin(math.pi * x / WIDTH)) for x in range(0, WIDTH + 30, 30)]
    sheet.shape([*ridge, (WIDTH, HEIGHT), (0, HEIGHT)], NEAR)
    sheet.hatch([*ridge, (WIDTH, HEIGHT), (0, HEIGHT)], DARK, 62, gap=26, width=7)
    sheet.line([(x, y + 14) for x, y in ridge], 30, STRAW)
    for x, tall in ((460, 210), (590, 180), (800, 230), (930, 190), (1200, 220), (1320, 170)):
        _child(sheet, x + sheet.chance.randint(-14, 14), 864 - 40 * math.sin(math.pi * x / WIDTH), tall)
    _bicycle(sheet, 1060, 818, 62)
    props.tree(sheet, 200, 850, 470)
    props.palm(sheet, 1640, 870, 560)


def _bicycle(sheet, x, hub, size):
    for side in (-1, 1):
        sheet.ring(x + side * size * 0.95, hub - size * 0.4, size * 0.66, size * 0.66, 6, INK)
    frame = [(-0.95, -0.4), (-0.3, -1.2), (0.6, -1.2), (0.95, -0.4), (0.5, -1.5), (0.75, -1.6)]
    sheet.line([(x + dx * size, hub + dy * size) for dx, dy in frame], 8, SUN)
    sheet.line([(x - 0.3 * size, hub - 1.2 * size), (x, hub - 0.4 * size), (x + 0.6 * size, hub - 1.2 * size)], 7, SUN)
    sheet.stroke((x - 0.6 * size, hub - 1.4 * size), (x, hub - 1.4 * size), 14, INK)


def classroom(sheet):
    """A lesson seen from the last row."""
    sheet.bar(0, 0, WIDTH, HEIGHT, "#e7d7b0")
    sheet.hatch([(0, 0), (WIDTH, 0), (WIDTH, 700), (0, 700)], "#dcc998", 0, gap=44, width=7)
    sheet.cut([(430, 580), (430, 200), (1290, 200), (1290, 580)], DARK, 22, EARTH)
    for index, y in enumerate((280, 360, 440)):
        for x in steps(490, 980 - index * 120, 9 - index):
            sheet.stroke((x, y), (x + 44, y - 6), 9, PAPER)
    for x in (180, 1580):
        sheet.cut([(x - 130, 560), (x - 130, 190), (x + 130, 190), (x + 130, 560)], MIST, 14, EARTH)
        props.bush(sheet, x, 556, 120, FAR, NEAR)
        sheet.bar(x - 6, 190, x + 6, 560, EARTH)
    sheet.bar(0, 640, WIDTH, HEIGHT, "#b98d5c")
    props.figure(sheet, 1160, 760, 420, ROBE, hat=None)
    sheet.shape([(1108, 560), (1212, 560), (1236, 730), (1084, 730)], ROBE)
    sheet.line([(1160, 600), (1160, 730)], 4, INK)
    sheet.shape([(1130, 370), (1192, 370), (1204, 500), (1178, 510)], INK)
    sheet.line([(1080, 450), (960, 400)], 30, ROBE)
    sheet.line([(960, 400), (880, 350)], 8, EARTH)
    for row, (y, count, size) in enumerate(((790, 6, 62), (940, 5, 84), (1120, 4, 112))):
        sheet.cut([(60, y), (1740, y), (1740, y + size), (60, y + size)], ("#8d6238", "#7a5330", "#694526")[row], 6)
        for index in range(count):
            _pupil(
                sheet, (index + 0.5 + row * 0.02) * WIDTH / count + sheet.chance.randint(-20, 20), y + size * 0.5, size
            )


ROBE = "#7f3b4a"  # the teacher's áo dài


def _pupil(sheet, x, y, size):
    sheet.shape(
        [
            (x - size, y + size),
            (x - size * 0.7, y - size * 0.3),
            (x + size * 0.7, y - size * 0.3),
            (x + size, y + size),
        ],
        PAPER,
    )
    sheet.hatch(
        [(x, y + size), (x, y - size * 0.3), (x + size * 0.7, y - size * 0.3), (x + size, y + size)],
        MIST,
        84,
        gap=12,
        width=5,
    )
    sheet.stroke((x - size * 0.5, y - size * 0.25), (x + size * 0.5, y - size * 0.25), size * 0.34, SUN)
    sheet.oval(x, y - size * 0.75, size * 0.44, size * 0.52, INK)
    if sheet.chance.random() < 0.5:
        sheet.stroke((x, y - size * 0.5), (x + size * 0.1, y + size * 0.5), size * 0.3, INK)


def clinic(sheet):
    """A commune's clinic: the nurse listens, an old man sits."""
    sheet.bar(0, 0, WIDTH, HEIGHT, "#dfe2d2")
    sheet.hatch([(0, 0), (WIDTH, 0), (WIDTH, 760), (0, 760)], "#d0d5c2", 0, gap=48, width=8)
    sheet.bar(0, 560, WIDTH, 900, "#b7c8bd")
    sheet.bar(0, 552, WIDTH, 566, NEAR)
    sheet.bar(0, 900, WIDTH, HEIGHT, "#c2a37a")
    sheet.hatch([(0, 904), (WIDTH, 904), (WIDTH, HEIGHT), (0, HEIGHT)], EARTH, 0, gap=40, width=6)
    sheet.cut([(1180, 470), (1180, 130), (1560, 130), (1560, 470)], MIST, 14, EARTH)
    props.tower(sheet, 1330, 470, (110, 230), FAR, NEAR)
    props.palm(sheet, 1490, 470, 220)
    sheet.bar(1366, 130, 1376, 470, EARTH)
    sheet.cut([(300, 400), (300, 160), (520, 160), (520, 400)], PAPER, 8)
    for line, half in enumerate((60, 46, 36, 28, 20)):  # the chart that eyes are tested with
        for t in (-1, -0.33, 0.33, 1):
            x, y = 410 + half * t, 200 + line * 42
            sheet.bar(x - half * 0.2, y - half * 0.2, x + half * 0.2, y + half * 0.2, INK)
    sheet.bar(1180, 800, 1640, 830, EARTH)
    for x in (1210, 1600):
        sheet.bar(x, 830, x + 20, 1040, EARTH)
    for x, tall, colour in ((1260, 120, "#6d3a29"), (1350, 80, PAPER), (1440, 150, NEAR), (1540, 100, SUN)):
        sheet.cut(
            [
                (x - 34, 800),
                (x - 34, 800 - tall * 0.7),
                (x - 14, 800 - tall),
                (x + 14, 800 - tall),
                (x + 34, 800 - tall * 0.7),
                (x + 34, 800),
            ],
            colour,
            5,
        )
    _patient(sheet, 1000)
    _nurse(sheet, 660)


def _nurse(sheet, x):
    sheet.shape([(x - 130, 1080), (x - 90, 560), (x + 90, 560), (x + 130, 1080)], PAPER)
    sheet.hatch([(x, 1080), (x, 560), (x + 90, 560), (x + 130, 1080)], MIST, 86, gap=18, width=7)
    sheet.line([(x + 70, 590), (x + 170, 690), (x + 270, 670)], 56, PAPER)
    sheet.oval(x + 280, 668, 32, 30, SKIN)
    sheet.bar(x - 26, 500, x + 26, 570, SKIN)
    sheet.oval(x, 450, 74, 86, SKIN)
    sheet.shape([(x - 84, 440), (x - 70, 356), (x + 60, 350), (x + 86, 410), (x - 10, 420), (x - 40, 500)], INK)
    sheet.cut([(x - 60, 372), (x - 50, 322), (x + 56, 322), (x + 64, 372)], PAPER, 5)
    sheet.line([(x + 30, 520), (x + 10, 640), (x + 120, 740), (x + 270, 690)], 9, DARK)
    for foot in (-60, 30):
        sheet.bar(x + foot, 1070, x + foot + 50, 1110, INK)


def _patient(sheet, x):
    sheet.bar(x - 110, 900, x + 130, 930, EARTH)
    for leg in (-100, 110):
        sheet.bar(x + leg, 930, x + leg + 18, 1100, EARTH)
    sheet.shape([(x - 110, 905), (x - 86, 640), (x + 70, 640), (x + 110, 905)], EARTH)
    sheet.hatch([(x, 905), (x, 640), (x + 70, 640), (x + 110, 905)], INK, 86, gap=16, width=5)
    sheet.line([(x + 40, 890), (x - 120, 890), (x - 140, 1090)], 70, DARK)
    sheet.bar(x - 200, 1075, x - 105, 1108, INK)
    sheet.line([(x - 60, 690), (x - 90, 800), (x - 130, 860)], 44, EARTH)
    sheet.oval(x - 14, 560, 66, 78, SKIN)
    sheet.shape([(x - 70, 530), (x - 30, 478), (x + 40, 486), (x + 66, 560), (x + 44, 620), (x + 20, 540)], PAPER)
    sheet.stroke((x - 60, 616), (x - 20, 640), 26, PAPER)


def scales(sheet):
    """A pair of scales before the steps of a court."""
    props.sky(sheet, 520, sun=None)
    sheet.bar(0, 900, WIDTH, HEIGHT, "#cbb891")
    sheet.cut([(260, 380), (900, 150), (1540, 380)], PAPER, 9)
    sheet.hatch([(900, 150), (1540, 380), (900, 380)], FAR, 20, gap=24, width=6)
    sheet.bar(300, 380, 1500, 440, MIST)
    sheet.bar(340, 440, 1460, 900, DARK)
    for x in (400, 620, 1180, 1400):
        sheet.cut([(x - 50, 890), (x - 44, 450), (x + 44, 450), (x + 50, 890)], PAPER, 6)
        sheet.hatch([(x, 890), (x, 450), (x + 44, 450), (x + 50, 890)], FAR, 90, gap=13, width=6)
    for step in range(5):
        top = 890 + step * 50
        sheet.cut(
            [
                (280 - step * 60, top + 50),
                (280 - step * 60, top),
                (1520 + step * 60, top),
                (1520 + step * 60, top + 50),
            ],
            (PAPER, MIST)[step % 2],
            5,
        )
    _balance(sheet, 900, 420)


def _balance(sheet, x, top):
    sheet.bar(x - 13, top, x + 13, 980, INK)
    sheet.shape([(x - 150, 1020), (x - 40, 960), (x + 40, 960), (x + 150, 1020)], INK)
    sheet.oval(x, top - 10, 34, 34, STRAW)
    sheet.line([(x - 300, top + 66), (x, top + 30), (x + 300, top + 54)], 20, INK)
    for side, y in ((-1, top + 66), (1, top + 54)):
        tip = x + side * 300
        for spread in (-120, 0, 120):
            sheet.line([(tip, y), (tip + spread, y + 260)], 5, STRAW)
        bowl = [(tip + 150 * math.cos(a), y + 260 + 64 * math.sin(a)) for a in steps(0, math.pi, 20)]
        sheet.cut(bowl, SUN, 7)
        sheet.oval(tip, y + 260, 150, 20, STRAW)


MOTIFS = (school, dyke, classroom, clinic, scales)
