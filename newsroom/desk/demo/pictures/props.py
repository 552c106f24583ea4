"""What returns in many pictures: sky and sun, limestone, land, water, people, trees, roofs, boats."""

import math

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


def sky(sheet, horizon, band=PAPER, sun=SUN):
    """A sun that stays inside a square crop, and long flat clouds cut across it. `sun` None: an overcast day."""
    if sun:
        x, y, r = sheet.chance.randint(480, 1320), sheet.chance.randint(190, 235), sheet.chance.randint(68, 88)
        sheet.oval(x, y, r, r, sun)
    for _ in range(16):
        y, x = sheet.chance.uniform(60, horizon * 0.7), sheet.chance.uniform(-200, WIDTH)
        sheet.stroke((x, y), (x + sheet.chance.uniform(260, 760), y), sheet.chance.uniform(6, 20), band)


def land(sheet, base, height, colour, carve=None):
    """A low rolling line of land that fills everything below it; `carve` cuts level strokes into it."""
    phases = [sheet.chance.uniform(0, 6.3) for _ in range(3)]
    line = [
        (x, base - height * sum(math.sin(x / (260 * (n + 1)) + p) / (3 - n) for n, p in enumerate(phases)) / 2)
        for x in range(0, WIDTH + 20, 20)
    ]
    ground = [*line, (WIDTH, HEIGHT), (0, HEIGHT)]
    sheet.shape(ground, colour)
    if carve:
        sheet.hatch(ground, carve, 2, gap=26, width=5)


def tower(sheet, x, base, size, colour, carve=None):
    """One tower of limestone of `size` (half width, height), rough at the edge; `carve` cuts its shaded right side."""
    half, tall = size
    steep = sheet.chance.uniform(2.2, 4.2)
    lean, rough = sheet.chance.uniform(-0.3, 0.3) * half, half * 0.035
    edge = [
        (
            x + half * 1.15 * t + lean * (1 - t * t) + sheet.chance.uniform(-rough, rough),
            base - tall * (1 - abs(t) ** steep) + sheet.chance.uniform(-rough, rough),
        )
        for t in steps(-1, 1, 44)
    ]
    edge[0], edge[-1] = (edge[0][0], base), (edge[-1][0], base)
    sheet.shape(edge, colour)
    if carve:
        crest = len(edge) // 2 + sheet.chance.randint(-3, 5)
        spine = [(x + lean * 0.4, base), (x + lean + half * 0.12, base - tall * 0.55)]
        sheet.hatch([*edge[crest:], *spine], carve, sheet.chance.randint(74, 100), gap=half / 7, width=half / 26)


def towers(sheet, base, height, colour, count, carve=None):
    """A range of limestone towers on one base line, from edge to edge."""
    for index in range(count):
        x = (index + sheet.chance.uniform(-0.3, 0.3)) * WIDTH / (count - 1)
        half, tall = sheet.chance.uniform(0.36, 0.68) * WIDTH / count, height * sheet.chance.uniform(0.42, 1.12)
        tower(sheet, x, base, (half, tall), colour, carve)


def karst(sheet, shore, height=560):
    """Three ranges, the nearer the darker, with a strip of bushes along the shore."""
    towers(sheet, shore, height, MIST, 7)
    towers(sheet, shore, height * 0.76, FAR, 6, "#86937a")
    towers(sheet, shore, height * 0.5, NEAR, 8, DARK)
    for _ in range(60):
        x = sheet.chance.uniform(0, WIDTH)
        sheet.oval(x, shore - 4, sheet.chance.uniform(14, 46), sheet.chance.uniform(8, 26), DARK)


def water(sheet, top, colour=WATER, light=PAPER, shade="#8aa39a"):
    """Water from `top` to the foot of the sheet; its ripples grow towards us."""
    sheet.bar(0, top, WIDTH, HEIGHT, colour)
    for index in range(130):
        y = top + 6 + (HEIGHT - top) * sheet.chance.random() ** 1.5
        near = (y - top) / 300
        x, length = sheet.chance.uniform(-120, WIDTH), sheet.chance.uniform(50, 110) * (0.6 + near)
        sheet.stroke((x, y), (x + length, y), 3 + 4 * near, light if index % 3 else shade)


def reflection(sheet, x, top, half, depth, colour):
    """What stands at (x, top) mirrored in the water, as level strokes that thin out."""
    for y in steps(top + 6, top + depth, int(depth / 13)):
        reach = half * (1 - (y - top) / depth * 0.7) * sheet.chance.uniform(0.7, 1.1)
        sheet.stroke((x - reach, y), (x + reach, y), 10 * (1 - (y - top) / depth / 2), colour)


def boat(sheet, x, y, size, hat=STRAW, shirt=DARK):
    """A sampan with its rower under a conical hat; `size` is its half length."""
    reflection(sheet, x, y + size * 0.14, size * 0.8, size * 0.4, "#7d978f")
    hull = [(x + size * t, y + size * 0.18 * (1 - t * t) - size * 0.14 * t**4) for t in steps(-1, 1, 30)]
    sheet.shape([*hull, (x + size * 0.8, y - size * 0.03), (x - size * 0.8, y - size * 0.03)], INK)
    sheet.stroke((x - size * 0.8, y + size * 0.03), (x + size * 0.8, y + size * 0.03), size * 0.03, EARTH)
    sheet.shape([(x - size * 0.14, y), (x - size * 0.07, y - size * 0.34), (x + size * 0.1, y - size * 0.34),
                 (x + size * 0.17, y)], shirt)  # fmt: skip
    sheet.stroke((x + size * 0.04, y - size * 0.26), (x + size * 0.4, y - size * 0.06), size * 0.09, shirt)
    sheet.oval(x + size * 0.02, y - size * 0.37, size * 0.06, size * 0.07, SKIN)
    cone(sheet, x + size * 0.02, y - size * 0.38, size * 0.2, hat)
    sheet.line([(x + size * 0.1, y - size * 0.2), (x + size * 0.75, y + size * 0.26)], max(4, size / 34), INK)


def cone(sheet, x, y, half, colour=STRAW):
    """A conical hat whose brim is centred on (x, y), with its rings of bamboo."""
    sheet.shape([(x - half, y), (x, y - half * 0.85), (x + half, y), (x, y + half * 0.14)], colour)
    for t in (0.4, 0.75):
        top = y - half * 0.85 * (1 - t)
        sheet.stroke((x - half * t, top), (x + half * t, top), max(2, half * 0.06), EARTH)


def figure(sheet, x, foot, tall, shirt, hat=STRAW):
    """A person standing or walking; `hat` None: bare-headed with dark hair."""
    hip, neck, stride = foot - tall * 0.46, foot - tall * 0.8, sheet.chance.uniform(0.06, 0.15)
    for side in (-1, 1):
        heel = x + side * stride * tall
        sheet.shape([(x - tall * 0.1, hip), (x + tall * 0.1, hip), (heel + tall * 0.04, foot),
                     (heel - tall * 0.04, foot)], INK)  # fmt: skip
        sheet.stroke((x + side * tall * 0.09, neck + tall * 0.03), (x + side * tall * 0.19, hip), tall * 0.09, shirt)
    sheet.shape([(x - tall * 0.12, hip + tall * 0.03), (x - tall * 0.1, neck), (x + tall * 0.1, neck),
                 (x + tall * 0.12, hip + tall * 0.03)], shirt)  # fmt: skip
    sheet.oval(x, foot - tall * 0.875, tall * 0.065, tall * 0.08, SKIN)
    if hat:
        cone(sheet, x, foot - tall * 0.88, tall * 0.2, hat)
    else:
        sheet.oval(x, foot - tall * 0.915, tall * 0.075, tall * 0.06, INK)


def stooping(sheet, x, foot, tall, shirt, hat=STRAW):
    """A person bent over the ground, facing left."""
    hip = foot - tall * 0.48
    for lean in (-0.06, 0.1):
        sheet.shape([(x - tall * 0.07, hip), (x + tall * 0.1, hip), (x + tall * (lean + 0.05), foot),
                     (x + tall * (lean - 0.04), foot)], INK)  # fmt: skip
    sheet.shape([(x + tall * 0.13, hip + tall * 0.06), (x + tall * 0.08, hip - tall * 0.1),
                 (x - tall * 0.3, hip - tall * 0.12), (x - tall * 0.32, hip + tall * 0.06)], shirt)  # fmt: skip
    sheet.stroke((x - tall * 0.28, hip), (x - tall * 0.36, foot - tall * 0.04), tall * 0.09, shirt)
    cone(sheet, x - tall * 0.4, hip - tall * 0.0, tall * 0.19, hat)


def bush(sheet, x, y, size, colour=NEAR, carve=DARK):
    """A round crown of leaves standing on (x, y)."""
    for _ in range(16):
        angle, far = sheet.chance.uniform(0, 6.3), sheet.chance.uniform(0.2, 0.62) * size
        sheet.oval(
            x + far * math.cos(angle), y - size * 0.7 + far * 0.7 * math.sin(angle), size * 0.4, size * 0.32, colour
        )
    for _ in range(int(size / 3)):
        left, top = x + sheet.chance.uniform(-0.8, 0.7) * size, y - size * sheet.chance.uniform(0.2, 1.25)
        sheet.stroke((left, top), (left + size * 0.2, top + size * 0.08), max(3, size * 0.04), carve)


def tree(sheet, x, foot, tall, colour=NEAR):
    """A broad tree of the village."""
    trunk = [(x - tall * 0.06, foot), (x - tall * 0.03, foot - tall * 0.5), (x + tall * 0.03, foot - tall * 0.5)]
    sheet.shape([*trunk, (x + tall * 0.06, foot)], INK)
    for fork in (-0.24, 0.02, 0.25):
        sheet.stroke((x, foot - tall * 0.3), (x + tall * fork, foot - tall * 0.66), tall * 0.05, INK)
    for dx, dy, size in ((-0.26, -0.42, 0.32), (0.26, -0.46, 0.32), (0, -0.55, 0.38)):
        bush(sheet, x + tall * dx, foot + tall * dy, tall * size, colour)


def leaf(sheet, foot, length, angle, colour, droop=0.5):
    """A long leaf from `foot`, leaving at `angle` degrees (0: right, 90: up) and bending by `droop`."""
    (x, y), heading, spine = foot, math.radians(angle), []
    for t in steps(0, 1, 12):
        spine.append((x, y, heading, length * 0.12 * math.sin(math.pi * min(1, t * 0.9 + 0.1))))
        x, y = x + math.cos(heading) * length / 12, y - math.sin(heading) * length / 12
        heading += (-1 if math.cos(heading) > 0 else 1) * droop / 6
    left = [(x - math.sin(a) * w, y - math.cos(a) * w) for x, y, a, w in spine]
    right = [(x + math.sin(a) * w, y + math.cos(a) * w) for x, y, a, w in reversed(spine)]
    sheet.shape([*left, *right], colour)
    sheet.line([(x, y) for x, y, _, _ in spine], max(2, length / 90), DARK)
    for (x, y, a, w), (fx, fy) in zip(spine[2:-1], left[3:], strict=False):
        sheet.stroke((x, y), ((x + fx) / 2 - math.sin(a) * w * 0.3, (y + fy) / 2 - math.cos(a) * w * 0.3), 3, DARK)


def palm(sheet, x, foot, tall, colour=NEAR):
    """An areca palm."""
    sheet.shape([(x - tall * 0.018, foot), (x - tall * 0.012, foot - tall), (x + tall * 0.012, foot - tall),
                 (x + tall * 0.018, foot)], EARTH)  # fmt: skip
    for angle in (8, 40, 70, 110, 140, 172):
        leaf(sheet, (x, foot - tall), tall * 0.34, angle, colour, droop=0.9)


def roof(sheet, x, eave, half, tall):
    """A tiled roof with raised corners, hanging down to `eave`."""
    brim = [(x + half * t, eave - tall * 0.3 * abs(t) ** 4) for t in steps(-1, 1, 24)]
    side = [(x + half * (1 - 0.42 * t**0.6), eave - tall * (0.3 + 0.7 * t**1.5)) for t in steps(0, 1, 10)]
    sheet.shape([*brim, *side, *((2 * x - px, py) for px, py in reversed(side))], SUN)
    sheet.hatch([*brim, *side, *((2 * x - px, py) for px, py in reversed(side))], "#8e2a21", 90, gap=17, width=7)
    sheet.line(brim, 12, INK)
    ridge = [(x + half * 0.6 * t, eave - tall - tall * 0.1 * t**4) for t in steps(-1, 1, 20)]
    sheet.line(ridge, 15, INK)
    for tip in (side, [(2 * x - px, py) for px, py in side]):
        sheet.line(tip, 10, INK)


def flag(sheet, x, foot, tall):
    """A red flag on its pole, as it hangs over any public building; no emblem at this size."""
    sheet.bar(x - 4, foot - tall, x + 4, foot, INK)
    top, wide = foot - tall, min(tall * 0.3, 130)
    wave = [(x + 4 + wide * t, top + 6 + wide * 0.06 * math.sin(t * 6)) for t in steps(0, 1, 10)]
    sheet.shape([*wave, *((px, py + wide * 0.64) for px, py in reversed(wave))], SUN)
