"""Limestone and water."""

import math

from newsroom.desk.demo.pictures import props
from newsroom.desk.demo.pictures.hand import (
    DARK,
    DEEP,
    DUSK,
    EARTH,
    FAR,
    HEIGHT,
    INK,
    MIST,
    NEAR,
    NIGHT,
    PAPER,
    SKY,
    STRAW,
    SUN,
    WATER,
    WIDTH,
    steps,
)  # fmt: skip


def karst(sheet):
    """Ranges of towers over still water."""
    props.sky(sheet, 800)
    props.karst(sheet, 860, 640)
    props.water(sheet, 858)
    for x in (260, 700, 1120, 1560):
        props.reflection(sheet, x + sheet.chance.randint(-80, 80), 866, 170, 190, DEEP)


def river(sheet):
    """A river winding between fields towards the hills."""
    props.sky(sheet, 560, sun=None)
    props.karst(sheet, 600, 400)
    sheet.bar(0, 596, WIDTH, HEIGHT, FAR)
    for side, colour in ((0, NEAR), (1, STRAW)):
        for index in range(9):
            y = 610 + index * index * 9
            sheet.stroke((side * 900 - 100, y), (side * 900 + 1000, y + 30), 14 + index * 4, colour)
    bends = [(940 + 230 * math.sin(t * 5.2) * (0.3 + t), 598 + 640 * t * t, 26 + 330 * t * t) for t in steps(0, 1, 40)]
    bed = [*((x - w, y) for x, y, w in bends), *((x + w, y) for x, y, w in reversed(bends))]
    sheet.cut(bed, WATER, 6, DARK)
    sheet.hatch(bed, PAPER, 0, gap=22, width=5)
    props.boat(sheet, 800, 900, 110)
    for x in (330, 430, 1500):
        props.palm(sheet, x + sheet.chance.randint(-30, 30), 860, 330)


def dusk(sheet):
    """Towers against the evening, one boat going home."""
    sheet.bar(0, 0, WIDTH, HEIGHT, DUSK)
    sheet.oval(1060, 560, 170, 170, SUN)
    for index in range(22):
        y, x = 120 + index * 24, sheet.chance.uniform(-200, 1500)
        sheet.stroke(
            (x, y), (x + sheet.chance.uniform(300, 800), y), 7 + index * 0.6, "#e9c39c" if index % 2 else "#c98d62"
        )
    for base, height, colour, count, carve in ((760, 420, "#a8776a", 7, None), (780, 380, "#6e5a58", 5, "#5b494a")):
        props.towers(sheet, base, height, colour, count, carve)
    props.tower(sheet, 330, 800, (270, 620), NIGHT, "#44505a")
    props.tower(sheet, 1560, 800, (250, 480), NIGHT, "#44505a")
    props.water(sheet, 790, "#c08d70", "#e9c39c", "#7e5f57")
    for x, depth in ((330, 330), (1560, 260)):
        props.reflection(sheet, x, 800, 260, depth, NIGHT)
    props.reflection(sheet, 1060, 800, 120, 320, SUN)
    props.boat(sheet, 840, 960, 190, hat=NIGHT, shirt=INK)


def boat(sheet):
    """Three sampans on their way, one behind the other."""
    props.sky(sheet, 500)
    props.towers(sheet, 560, 420, MIST, 6)
    props.towers(sheet, 580, 250, FAR, 7, "#86937a")
    props.water(sheet, 574)
    for x, y, size in ((1240, 690, 110), (620, 810, 180), (1010, 1000, 270)):
        props.boat(sheet, x + sheet.chance.randint(-50, 50), y, size)


def cave(sheet):
    """Out of the dark of a cave into the light, by boat."""
    props.karst(sheet, 720, 460)
    props.water(sheet, 716)
    ring = [(900 + 560 * math.cos(a), 640 + 470 * math.sin(a)) for a in steps(0, 2 * math.pi, 60)]
    rough = [(x + sheet.chance.uniform(-22, 22), y + sheet.chance.uniform(-22, 22)) for x, y in ring[:-1]]
    wall = [*rough, rough[0], (WIDTH, 640), (WIDTH, HEIGHT), (0, HEIGHT), (0, 0), (WIDTH, 0), (WIDTH, 640)]
    sheet.shape(wall, NIGHT)
    for _ in range(420):
        angle, far = sheet.chance.uniform(0, 2 * math.pi), sheet.chance.uniform(1.08, 2.3)
        ends = [(900 + 560 * far * math.cos(a), 640 + 470 * far * math.sin(a)) for a in (angle, angle + 0.12)]
        sheet.stroke(*ends, 13, sheet.chance.choice(("#3b4850", "#1d262c", "#55626a")))
    for _ in range(11):
        x, length = sheet.chance.uniform(420, 1380), sheet.chance.uniform(70, 190)
        top = 640 - 470 * math.sqrt(1 - ((x - 900) / 560) ** 2) - 30
        sheet.shape([(x - 34, top), (x + 34, top), (x + 5, top + length), (x - 5, top + length)], NIGHT)
    props.boat(sheet, 900, 930, 240, shirt=SUN)


def bridge(sheet):
    """A bridge of stone arches over the river."""
    props.sky(sheet, 560)
    props.karst(sheet, 640, 370)
    props.water(sheet, 636)
    deck = [(x, 650 - 110 * math.sin(math.pi * x / WIDTH)) for x in range(-20, WIDTH + 40, 40)]
    sheet.cut([*deck, (WIDTH + 20, 930), (-20, 930)], MIST, 8)
    sheet.hatch([*deck, (WIDTH + 20, 930), (-20, 930)], FAR, 0, gap=34, width=6)
    for x in (300, 900, 1500):
        tall = 180 if x == 900 else 140
        arch = [(x + 235 * math.cos(a), 930 - tall * math.sin(a)) for a in steps(0, math.pi, 30)]
        sheet.cut(arch, WATER, 10)
        props.reflection(sheet, x, 934, 200, 60, DEEP)
    sheet.line([(x, y - 60) for x, y in deck], 9, DARK)
    for x, y in deck[::2]:
        sheet.bar(x - 5, y - 62, x + 5, y, DARK)
    sheet.bar(0, 926, WIDTH, 940, DARK)
    for x, shirt in ((620, SUN), (760, DARK), (1130, EARTH)):
        props.figure(sheet, x, 650 - 110 * math.sin(math.pi * x / WIDTH), 130, shirt)


def net(sheet):
    """A lift net hung over the river at first light."""
    props.sky(sheet, 640)
    props.towers(sheet, 690, 400, MIST, 6)
    props.land(sheet, 690, 30, FAR)
    props.water(sheet, 716)
    hang, corners = (1080, 330), ((720, 600), (1060, 690), (1420, 610), (1080, 560))
    for corner in corners:
        sheet.line([hang, ((hang[0] + corner[0]) / 2, (hang[1] + corner[1]) / 2 - 50), corner], 5, INK)
    belly = [(x, 600 + 20 * (x - 720) / 700 + 250 * (1 - ((x - 1070) / 350) ** 2)) for x in range(720, 1421, 20)]
    for pull in (1, 0.72, 0.44, 0.16):
        sheet.line([(x, 600 + (y - 600) * pull) for x, y in belly], 3, DARK)
    for x, y in belly[::2]:
        sheet.line([(x, y), (x + (1080 - x) * 0.35, 590)], 2, DARK)
    sheet.line([(360, 900), hang], 13, INK)
    sheet.line([(560, 960), (640, 720)], 10, INK)
    props.land(sheet, 1010, 50, NEAR, DARK)
    props.figure(sheet, 430, 985, 260, EARTH)


def goats(sheet):
    """Goats on the rocks."""
    props.sky(sheet, 600)
    props.towers(sheet, 900, 640, MIST, 5)
    props.towers(sheet, 960, 420, FAR, 6, "#86937a")
    for x, top, half in ((420, 700, 420), (1330, 640, 440), (900, 900, 520)):
        props.tower(sheet, x, HEIGHT + 120, (half, HEIGHT + 120 - top), NEAR if x != 900 else DARK, INK)
    for x, y, size, coat in (
        (440, 700, 150, PAPER),
        (1300, 640, 170, EARTH),
        (900, 900, 210, PAPER),
        (1120, 925, 130, INK),
    ):
        _goat(sheet, x, y + size * 0.06, size, coat, sheet.chance.choice((-1, 1)))


def _goat(sheet, x, foot, size, coat, face):
    body = foot - size * 0.62
    for leg in (-0.34, -0.24, 0.24, 0.34):
        sheet.shape([(x + size * (leg - 0.045), body), (x + size * (leg + 0.05), body),
                     (x + size * (leg + 0.02), foot), (x + size * (leg - 0.03), foot)], coat)  # fmt: skip
    sheet.oval(x, body, size * 0.44, size * 0.21, coat)
    head = x + face * size * 0.56
    sheet.shape([(x + face * size * 0.2, body - size * 0.1), (head - face * size * 0.12, body - size * 0.5),
                 (head + face * size * 0.04, body - size * 0.34),
                 (x + face * size * 0.42, body + size * 0.06)], coat)  # fmt: skip
    sheet.oval(head, body - size * 0.4, size * 0.15, size * 0.09, coat)
    for horn in (-0.1, -0.02):
        sheet.stroke(
            (head + face * size * horn, body - size * 0.44),
            (head - face * size * 0.24, body - size * 0.74),
            size * 0.06,
            INK,
        )
    sheet.stroke(
        (head + face * size * 0.08, body - size * 0.34),
        (head + face * size * 0.05, body - size * 0.16),
        size * 0.06,
        coat,
    )
    sheet.stroke(
        (x - face * size * 0.4, body - size * 0.08), (x - face * size * 0.55, body - size * 0.26), size * 0.08, coat
    )
    shade = SKY if coat == INK else INK
    sheet.oval(head + face * size * 0.02, body - size * 0.42, size * 0.02, size * 0.02, shade)
    for dx in (-0.2, -0.05, 0.1):
        sheet.stroke(
            (x + size * dx, body + size * 0.05), (x + size * (dx + 0.16), body + size * 0.1), size * 0.03, shade
        )


MOTIFS = (karst, river, dusk, boat, cave, bridge, net, goats)
