"""Fields, gardens and ponds."""

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
    ROSE,
    SKY,
    STRAW,
    SUN,
    WATER,
    WIDTH,
    steps,
)  # fmt: skip

_CLOTHES = (DARK, EARTH, SUN, "#6f7f86")


def _far_hills(sheet, base):
    props.sky(sheet, base)
    props.towers(sheet, base, 330, MIST, 6)
    props.towers(sheet, base + 10, 190, FAR, 8, "#86937a")


def _rows(sheet, top, colour, count=16):
    """Furrows that run together at the horizon."""
    vanish = sheet.chance.randint(760, 1040)
    for step in range(-count, count + 1):
        near, far = vanish + step * 3600 / count, vanish + step * 700 / count
        sheet.shape([(far, top), (near, HEIGHT), (near + 1400 / count, HEIGHT), (far + 200 / count, top)], colour)


def field(sheet):
    """Winter crops in rows, people at work among them."""
    _far_hills(sheet, 560)
    sheet.bar(0, 566, WIDTH, HEIGHT, EARTH)
    _rows(sheet, 566, NEAR)
    sheet.hatch([(0, 570), (WIDTH, 570), (WIDTH, HEIGHT), (0, HEIGHT)], DARK, 0, gap=30, width=6)
    for x, foot, tall in ((520, 760, 130), (1180, 800, 160), (760, 960, 260), (1330, 1040, 320)):
        props.stooping(sheet, x + sheet.chance.randint(-40, 40), foot, tall, sheet.chance.choice(_CLOTHES))


def harvest(sheet):
    """Rice being cut, sheaves standing in the stubble."""
    _far_hills(sheet, 520)
    sheet.bar(0, 526, WIDTH, HEIGHT, STRAW)
    sheet.hatch([(0, 530), (WIDTH, 530), (WIDTH, HEIGHT), (0, HEIGHT)], EARTH, 86, gap=15, width=5)
    _standing_rice(sheet, 600, 690, -20, WIDTH + 20)
    for x, foot in ((420, 800), (1460, 830), (980, 740)):
        _sheaf(sheet, x, foot, 120)
    for x, foot, tall in ((930, 850, 240), (1260, 940, 310)):
        props.stooping(sheet, x, foot, tall, sheet.chance.choice(_CLOTHES), PAPER)
    props.figure(sheet, 520, 1050, 380, SUN, PAPER)
    sheet.line([(330, 790), (520, 750), (730, 790)], 10, INK)
    for x in (330, 730):
        _sheaf(sheet, x, 930, 130)


def _standing_rice(sheet, top, foot, left, right):
    for x in steps(left, right, 190):
        tip = sheet.chance.uniform(-16, 22)
        sheet.stroke((x, foot), (x + tip, top + sheet.chance.uniform(-14, 20)), 9, "#b5993f")
        sheet.stroke((x + tip, top), (x + tip + 26, top + 34), 10, "#e6cd83")


def _sheaf(sheet, x, foot, size):
    for spread in steps(-1, 1, 16):
        sheet.stroke((x + spread * size * 0.34, foot), (x + spread * size * 0.5, foot - size * 1.25), 10, "#b5993f")
        sheet.stroke(
            (x + spread * size * 0.3, foot - size * 0.9), (x + spread * size * 0.7, foot - size * 1.1), 9, "#e6cd83"
        )
    sheet.line([(x - size * 0.36, foot - size * 0.5), (x + size * 0.36, foot - size * 0.5)], 9, EARTH)


def flood(sheet):
    """A field under water, and the pump that drains it."""
    props.sky(sheet, 600, band="#dcd6c2", sun=None)
    props.towers(sheet, 560, 330, MIST, 6)
    props.land(sheet, 570, 30, FAR)
    props.water(sheet, 600)
    for row in range(7):
        y = 640 + row * row * 11
        for x in steps(-20, WIDTH, 26 - row * 2):
            props_x, tall = x + sheet.chance.uniform(-16, 16), 16 + row * 8
            for lean in (-0.6, 0.1, 0.7):
                sheet.stroke((props_x, y), (props_x + tall * lean, y - tall), 4 + row, NEAR)
    bank = [(0, 1010), (700, 960), (WIDTH, 930), (WIDTH, HEIGHT), (0, HEIGHT)]
    sheet.cut(bank, EARTH, 6)
    sheet.hatch(bank, DARK, 4, gap=24, width=5)
    _pump(sheet, 900, 970)
    props.figure(sheet, 640, 1080, 330, DARK)
    props.stooping(sheet, 1330, 1060, 320, SUN)


def _pump(sheet, x, foot):
    sheet.line([(x + 60, foot - 60), (x + 260, foot - 60), (x + 330, foot - 10), (x + 330, foot + 140)], 46, INK)
    for spread in steps(-1, 1, 12):
        sheet.stroke((x + 330, foot + 110), (x + 330 + spread * 90, HEIGHT + 10), 12, PAPER)
    sheet.line([(x - 40, foot - 50), (x - 190, foot - 130), (x - 330, foot - 230)], 36, INK)
    sheet.cut([(x - 80, foot + 10), (x - 80, foot - 150), (x + 110, foot - 150), (x + 110, foot + 10)], SUN, 8)
    sheet.hatch([(x + 20, foot), (x + 20, foot - 150), (x + 110, foot - 150), (x + 110, foot)], "#7f231b", 0, gap=14)
    sheet.oval(x - 90, foot - 60, 66, 66, INK)
    sheet.oval(x - 90, foot - 60, 34, 34, STRAW)
    sheet.bar(x + 40, foot - 230, x + 62, foot - 150, INK)


def buffalo(sheet):
    """A boy with a flute on his buffalo: the oldest of motifs."""
    _far_hills(sheet, 600)
    sheet.bar(0, 606, WIDTH, HEIGHT, FAR)
    sheet.hatch([(0, 610), (WIDTH, 610), (WIDTH, HEIGHT), (0, HEIGHT)], NEAR, 84, gap=20, width=6)
    for leg in (-250, -150, 150, 250):
        sheet.shape([(900 + leg - 44, 780), (900 + leg + 44, 780), (900 + leg + 26, 1030), (900 + leg - 30, 1030)], INK)
    back = [(900 + 360 * t, 700 - 120 * math.cos(t * 1.4) - 14 * math.sin(t * 9)) for t in steps(-1, 1, 30)]
    belly = [(900 + 340 * t, 800 + 70 * math.cos(t * 1.5)) for t in steps(1, -1, 30)]
    sheet.shape([*back, *belly], DARK)
    sheet.hatch([*back, *belly], "#4b5d50", 78, gap=18, width=6)
    sheet.stroke((1250, 690), (1330, 930), 22, DARK)
    sheet.shape([(620, 620), (470, 560), (390, 640), (330, 800), (380, 830), (480, 770), (620, 800)], DARK)
    for dx, colour in ((34, INK), (0, "#5b5348")):
        for t in steps(0, 1, 60):
            angle = math.radians(160 + 140 * t)
            sheet.oval(588 + dx + 122 * math.cos(angle), 516 + 122 * math.sin(angle), 20 - 16 * t, 20 - 16 * t, colour)
    sheet.oval(424, 668, 11, 9, PAPER)
    _flutist(sheet, 880, 590)
    for _ in range(70):
        x, y = sheet.chance.uniform(0, WIDTH), sheet.chance.uniform(980, HEIGHT)
        sheet.stroke((x, y + 30), (x + sheet.chance.uniform(-20, 20), y - 40), 10, NEAR)


def _flutist(sheet, x, seat):
    sheet.shape([(x - 70, seat + 20), (x + 70, seat + 20), (x + 50, seat - 170), (x - 50, seat - 170)], SUN)
    sheet.hatch(
        [(x + 5, seat + 20), (x + 70, seat + 20), (x + 50, seat - 170), (x + 5, seat - 170)], "#7f231b", 80, gap=14
    )
    sheet.shape([(x - 60, seat - 10), (x + 50, seat + 10), (x - 50, seat + 190), (x - 96, seat + 180)], INK)
    sheet.oval(x - 6, seat - 216, 44, 48, "#b98358")
    sheet.oval(x, seat - 248, 46, 30, INK)
    sheet.line([(x + 30, seat - 150), (x - 40, seat - 110), (x - 60, seat - 196)], 28, SUN)
    sheet.line([(x - 20, seat - 198), (x - 240, seat - 170)], 12, STRAW)


def lotus(sheet):
    """A pond late in the season: leaves, one flower, seed heads."""
    sheet.bar(0, 0, WIDTH, HEIGHT, WATER)
    props.sky(sheet, 420, sun=None)
    props.land(sheet, 330, 30, FAR, "#86937a")
    props.water(sheet, 360)
    for x, y, r in (
        (240, 470, 90),
        (820, 450, 80),
        (1400, 480, 110),
        (560, 600, 150),
        (1640, 700, 190),
        (130, 820, 210),
    ):
        _pad(sheet, x, y, r)
    for x, y, r in ((1120, 720, 200), (640, 920, 250), (1330, 1030, 270)):
        _pad(sheet, x, y, r)
    for foot, top in (((980, 1010), (900, 560)), ((690, 900), (560, 420)), ((1240, 1000), (1290, 470))):
        sheet.line([foot, ((foot[0] + top[0]) / 2 + 20, (foot[1] + top[1]) / 2), top], 14, NEAR)
    _flower(sheet, 900, 560, 190)
    sheet.shape([(500, 370), (620, 360), (580, 450), (550, 450)], EARTH)
    sheet.oval(560, 366, 62, 22, STRAW)
    for spread in (-0.5, 0, 0.5):
        _petal(sheet, 1290, 480, 130, 90 + spread * 40, ROSE if spread else SUN)


def _pad(sheet, x, y, r):
    rim = [(x + r * math.cos(a), y + r * 0.36 * math.sin(a) + 5 * math.sin(a * 5)) for a in steps(0.3, 6.2, 50)]
    sheet.cut([(x, y), *rim], sheet.chance.choice((NEAR, "#6d8263", FAR)), 4, DARK)
    for a in steps(0.4, 6.1, 12):
        sheet.stroke((x, y), (x + r * 0.9 * math.cos(a), y + r * 0.32 * math.sin(a)), 5, DARK)


def _petal(sheet, x, y, size, angle, colour):
    a = math.radians(angle)
    along, across = (math.cos(a), -math.sin(a)), (math.sin(a), math.cos(a))
    edge = [(t * size, size * 0.24 * math.sin(math.pi * t**0.8)) for t in steps(0, 1, 16)]
    outline = [(x + u * along[0] + s * v * across[0], y + u * along[1] + s * v * across[1])
               for s in (1, -1) for u, v in (edge if s == 1 else reversed(edge))]  # fmt: skip
    sheet.cut(outline, colour, 4, "#7f231b")
    for t in (-0.1, 0, 0.1):
        end = (x + size * 0.8 * along[0] + size * t * across[0], y + size * 0.8 * along[1] + size * t * across[1])
        sheet.stroke((x + size * 0.2 * along[0], y + size * 0.2 * along[1]), end, 4, "#a9524a")


def _flower(sheet, x, y, size):
    for angle in (150, 30, 165, 15, 128, 52):
        _petal(sheet, x, y, size, angle, ROSE)
    for angle in (110, 70):
        _petal(sheet, x, y, size * 1.05, angle, "#dfa59b")
    _petal(sheet, x, y + 6, size * 0.95, 90, "#e9c0b4")


def bananas(sheet):
    """A garden of bananas behind the house."""
    props.sky(sheet, 700)
    props.towers(sheet, 760, 380, MIST, 6)
    props.land(sheet, 790, 50, STRAW, EARTH)
    for x, foot, tall in ((230, 880, 460), (1590, 900, 500), (620, 960, 560), (1200, 1000, 640)):
        top = foot - tall * 0.6
        sheet.shape([(x - tall * 0.07, foot), (x - tall * 0.04, top), (x + tall * 0.04, top),
                     (x + tall * 0.07, foot)], "#7d7a4c")  # fmt: skip
        sheet.hatch([(x, foot), (x, foot - tall * 0.6), (x + tall * 0.07, foot)], DARK, 88, gap=10, width=5)
        for angle in (28, 152, 52, 128, 72, 108, 90):
            props.leaf(
                sheet, (x, foot - tall * 0.58), tall * 0.78, angle + sheet.chance.randint(-8, 8), NEAR, droop=0.75
            )
        _bunch(sheet, x + tall * 0.1, foot - tall * 0.5, tall * 0.26)
    props.land(sheet, 1080, 30, NEAR, DARK)
    props.figure(sheet, 900, 1075, 330, EARTH)


def _bunch(sheet, x, top, size):
    sheet.line([(x - size * 0.3, top - size * 0.3), (x, top), (x, top + size * 1.3)], 10, DARK)
    for row in range(4):
        for side in steps(-1, 1, 5):
            y = top + row * size * 0.24
            sheet.stroke(
                (x + side * size * 0.14, y + 24), (x + side * size * 0.42, y - size * 0.12), size * 0.14, STRAW
            )
    sheet.oval(x, top + size * 1.36, size * 0.11, size * 0.2, "#8e2a21")


def ducks(sheet):
    """A flock of ducks on the stubble after the harvest."""
    _far_hills(sheet, 520)
    sheet.bar(0, 526, WIDTH, HEIGHT, STRAW)
    sheet.hatch([(0, 530), (WIDTH, 530), (WIDTH, HEIGHT), (0, HEIGHT)], EARTH, 2, gap=24, width=5)
    pond = [(180, 760), (900, 690), (1640, 760), (1760, 960), (900, 1060), (80, 980)]
    sheet.shape(pond, WATER)
    sheet.hatch(pond, PAPER, 0, gap=24, width=5)
    for _ in range(34):
        x, y = sheet.chance.uniform(240, 1560), sheet.chance.uniform(700, 1010)
        _duck(sheet, x, y, 26 + (y - 680) * 0.13, sheet.chance.choice((PAPER, PAPER, SKY, EARTH)))
    props.figure(sheet, 560, 760, 250, DARK)
    sheet.line([(610, 620), (800, 440)], 7, INK)


def _duck(sheet, x, y, size, coat):
    sheet.stroke((x - size, y + size * 0.5), (x + size * 1.1, y + size * 0.5), size * 0.24, "#7d978f")
    sheet.shape([(x - size * 0.6, y), (x - size * 1.15, y - size * 0.3), (x - size * 0.5, y + size * 0.4)], coat)
    sheet.oval(x, y + size * 0.1, size * 0.8, size * 0.42, coat)
    sheet.stroke((x + size * 0.5, y + size * 0.3), (x + size * 0.72, y - size * 0.8), size * 0.34, coat)
    sheet.oval(x + size * 0.72, y - size * 0.66, size * 0.24, size * 0.22, coat)
    sheet.stroke((x + size * 0.82, y - size * 0.62), (x + size * 1.3, y - size * 0.54), size * 0.16, SUN)
    sheet.stroke((x - size * 0.5, y + size * 0.05), (x + size * 0.4, y + size * 0.2), size * 0.12, INK)


MOTIFS = (field, harvest, flood, buffalo, lotus, bananas, ducks)
