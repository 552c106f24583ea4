"""Crafts: looms, kilns, needles."""

import math

from newsroom.desk.demo.pictures import props
from newsroom.desk.demo.pictures.hand import (
    DARK,
    EARTH,
    FAR,
    HEIGHT,
    INK,
    NEAR,
    NIGHT,
    PAPER,
    ROSE,
    SKIN,
    SKY,
    STRAW,
    SUN,
    WIDTH,
    steps,
)  # fmt: skip


def weaving(sheet):
    """Dyed rush in a plaited mat, seen close."""
    colours = (STRAW, SKY, EARTH, SUN, FAR)
    bands = [colours[sheet.chance.choice((0, 0, 1, 1, 2, 3, 4))] for _ in range(30)]
    sheet.bar(0, 0, WIDTH, HEIGHT, DARK)
    for row in range(20):
        for column in range(30):
            _crossing(sheet, column * 60, row * 60, bands[column] if (row // 2 + column) % 2 else None)


def _crossing(sheet, x, y, warp):
    if warp is None:
        sheet.bar(x - 4, y + 3, x + 64, y + 57, STRAW)
        for dy in (14, 30, 46):
            sheet.stroke((x - 4, y + dy), (x + 64, y + dy + sheet.chance.uniform(-3, 3)), 4, EARTH)
        return
    sheet.bar(x + 3, y - 4, x + 57, y + 64, warp)
    for dx in (16, 31, 45):
        sheet.stroke(
            (x + dx, y - 4), (x + dx + sheet.chance.uniform(-3, 3), y + 64), 4, "#8d6a3a" if warp != SUN else "#7f231b"
        )


def kiln(sheet):
    """A kiln in the evening, and the jars it gave."""
    sheet.bar(0, 0, WIDTH, HEIGHT, "#d6b58b")
    sheet.hatch([(0, 0), (WIDTH, 0), (WIDTH, 600), (0, 600)], "#c9a274", 0, gap=40, width=9)
    for t in steps(0, 1, 26):
        sway = 60 * math.sin(t * 7 + 1)
        sheet.oval(
            1210 + sway + t * 130, 330 - t * 290, 40 + 50 * t, 26 + 24 * t, "#e3c9a2" if int(t * 26) % 2 else "#cfae82"
        )
    sheet.bar(0, 780, WIDTH, HEIGHT, "#8d5f38")
    sheet.hatch([(0, 784), (WIDTH, 784), (WIDTH, HEIGHT), (0, HEIGHT)], INK, 2, gap=34, width=5)
    sheet.cut([(1140, 560), (1160, 320), (1260, 320), (1280, 560)], "#8a4a34", 8)
    dome = [(1050 + 430 * math.cos(a), 880 - 430 * math.sin(a)) for a in steps(0, math.pi, 40)]
    sheet.cut(dome, "#9c5a3d", 10)
    sheet.hatch(dome, "#6d3a29", 0, gap=30, width=7)
    sheet.hatch([p for p in dome if p[0] > 1150] + [(1150, 880)], INK, 60, gap=24, width=6)
    mouth = [(1000 + 130 * math.cos(a), 880 - 170 * math.sin(a)) for a in steps(0, math.pi, 24)]
    sheet.cut(mouth, INK, 12)
    for t in steps(-1, 1, 8):
        tip = 880 - sheet.chance.uniform(70, 145) * (1.1 - abs(t))
        sheet.stroke((1000 + t * 90, 890), (1000 + t * 60, tip), 44, SUN if int(t * 4) % 2 else STRAW)
    for x, foot, size, colour in (
        (330, 900, 150, EARTH),
        (500, 950, 190, "#6d3a29"),
        (720, 1010, 150, EARTH),
        (320, 1080, 170, "#a65b46"),
        (560, 1120, 120, STRAW),
    ):
        _jar(sheet, x, foot, size, colour)
    props.figure(sheet, 1330, 1080, 360, DARK, hat=None)


def _jar(sheet, x, foot, size, colour):
    profile = [(0.32, 0), (0.5, 0.4), (0.52, 0.7), (0.4, 1.0), (0.24, 1.14), (0.3, 1.26)]
    right = [(x + size * w, foot - size * h) for w, h in profile]
    left = [(2 * x - px, py) for px, py in reversed(right)]
    sheet.cut([*right, *left], colour, 6)
    sheet.hatch([(x + size * 0.12, foot), *right, (x + size * 0.12, foot - size * 1.2)], INK, 86, gap=13, width=4)
    sheet.oval(x, foot - size * 1.26, size * 0.3, size * 0.07, INK)
    for h in (0.62, 0.78):
        sheet.line(
            [(x + size * 0.5 * t, foot - size * h + size * 0.05 * (1 - t * t)) for t in steps(-1, 1, 12)], 4, PAPER
        )


def embroidery(sheet):
    """A frame with cloth half worked: a lotus, the needle still in it."""
    sheet.bar(0, 0, WIDTH, HEIGHT, "#7a5637")
    sheet.hatch([(0, 0), (WIDTH, 0), (WIDTH, HEIGHT), (0, HEIGHT)], "#5f4129", 1, gap=30, width=7)
    sheet.oval(912, 620, 500, 500, NIGHT)
    sheet.oval(900, 600, 500, 500, STRAW)
    sheet.ring(900, 600, 500, 500, 6, INK)
    sheet.ring(900, 600, 472, 472, 5, EARTH)
    sheet.oval(900, 600, 452, 452, PAPER)
    cloth = [(900 + 450 * math.cos(a), 600 + 450 * math.sin(a)) for a in steps(0, 6.28, 60)]
    sheet.hatch(cloth, "#e8dfc8", 0, gap=14, width=3)
    sheet.hatch(cloth, "#e8dfc8", 90, gap=14, width=3)
    _stitched_lotus(sheet, 890, 690)
    sheet.line([(1070, 420), (1130, 300), (1270, 330), (1330, 200), (1500, 150)], 4, SUN)
    sheet.stroke((1040, 470), (1110, 330), 12, INK)
    for x, y, colour in ((240, 270, SUN), (250, 960, NEAR), (1580, 980, STRAW), (1600, 420, ROSE)):
        _spool(sheet, x, y, colour)


def _stitched_lotus(sheet, x, y):
    sheet.line([(x, y), (x + 30, y + 150), (x - 20, y + 270)], 12, NEAR)
    for angle, size, colour in (
        (170, 250, ROSE),
        (10, 250, ROSE),
        (140, 260, SUN),
        (40, 260, SUN),
        (112, 280, ROSE),
        (68, 280, ROSE),
        (90, 270, SUN),
    ):
        a = math.radians(angle)
        for t in steps(-1, 1, 15):
            lean = a + t * 0.23
            reach = size * (1 - 0.55 * t * t)
            foot = (x + 26 * math.cos(lean), y - 26 * math.sin(lean))
            sheet.stroke(foot, (x + reach * math.cos(lean), y - reach * math.sin(lean)), 11, colour)
    for side, tilt in ((-1, 0.5), (1, 0.2)):
        for t in steps(0, 1, 22):
            reach = 70 * math.sin(math.pi * t)
            left = x + side * (50 + 230 * t)
            sheet.stroke(
                (left, y + 180 - reach + tilt * 60), (left + side * 30, y + 190 + reach * 0.7 + tilt * 60), 11, NEAR
            )


def _spool(sheet, x, y, colour):
    sheet.cut([(x - 70, y - 80), (x + 70, y - 80), (x + 60, y + 80), (x - 60, y + 80)], colour, 6)
    for dy in steps(-70, 70, 14):
        sheet.stroke((x - 66, y + dy), (x + 66, y + dy + 8), 4, INK)
    for dy in (-92, 92):
        sheet.oval(x, y + dy, 88, 24, EARTH)
        sheet.ring(x, y + dy, 88, 24, 4, INK)


def potter(sheet):
    """Hands at the wheel."""
    sheet.bar(0, 0, WIDTH, HEIGHT, "#c9b491")
    sheet.hatch([(0, 0), (WIDTH, 0), (WIDTH, 760), (0, 760)], "#b89f78", 0, gap=36, width=8)
    for row, y in enumerate((220, 430)):
        sheet.bar(0, y, WIDTH, y + 20, DARK)
        for index in range(9):
            _jar(
                sheet,
                110 + index * 200 + row * 40,
                y,
                sheet.chance.randint(70, 110),
                sheet.chance.choice((EARTH, "#6d3a29", "#a65b46", NEAR)),
            )
    sheet.oval(900, 1000, 560, 150, INK)
    sheet.oval(900, 975, 540, 140, "#6d5a45")
    for r in (0.85, 0.62, 0.4):
        sheet.ring(900, 975, 540 * r, 140 * r, 5, STRAW)
    profile = [(170, 960), (250, 830), (240, 700), (150, 600), (190, 545)]
    right = [(900 + w, y) for w, y in profile]
    sheet.cut([*right, *((1800 - x, y) for x, y in reversed(right))], EARTH, 9)
    sheet.oval(900, 545, 190, 40, "#6d3a29")
    for y in steps(590, 940, 13):
        sheet.stroke((690, y), (1110, y + 8), 6, "#7d4f2b")
    for side in (-1, 1):
        _arm(sheet, side)


def _arm(sheet, side):
    reach = [(900 + side * 900, 760), (900 + side * 520, 840), (900 + side * 250, 740)]
    sheet.line(reach[:2], 150, NIGHT)
    sheet.line(reach[1:], 96, SKIN)
    sheet.oval(900 + side * 520, 840, 66, 66, NIGHT)
    sheet.oval(900 + side * 256, 735, 64, 56, SKIN)
    for lift in (-46, -18, 10, 36):
        sheet.stroke((900 + side * 280, 735 + lift * 0.6), (900 + side * 165, 712 + lift), 34, SKIN)
        sheet.stroke((900 + side * 270, 748 + lift * 0.6), (900 + side * 175, 728 + lift), 5, "#7d4f2b")


MOTIFS = (weaving, kiln, embroidery, potter)
