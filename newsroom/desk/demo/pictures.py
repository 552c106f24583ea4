"""Illustrations for the demonstration, drawn by code: flat washes and silhouettes in the paper's colours, 3:2."""

import math
import random
from io import BytesIO

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 1800, 1200
SKY, SUN, MIST, FAR, NEAR, DARK = "#efe5cf", "#b5382c", "#cfcbb4", "#98a48a", "#5c7358", "#2c3a30"
WATER, STRAW, EARTH, PAPER, INK = "#a9bdb4", "#d9b968", "#a8713f", "#f7f1e3", "#231f1a"


def draw(motif: str, seed: str) -> bytes:
    """A JPEG of 1800 x 1200 pixels; the same seed gives the same picture. Raises KeyError for an unknown motif."""
    image = Image.new("RGB", (WIDTH, HEIGHT), SKY)
    MOTIFS[motif](ImageDraw.Draw(image), random.Random(seed))  # noqa: S311  (a picture, no secret)
    file = BytesIO()
    image.save(file, "JPEG", quality=88)
    return file.getvalue()


def _sun(canvas, chance):
    x, y, r = chance.randint(300, 1500), chance.randint(180, 360), chance.randint(70, 110)
    canvas.ellipse((x - r, y - r, x + r, y + r), fill=SUN)


def _towers(canvas, chance, base, height, colour, count):
    """A range of limestone towers standing on `base`: steep, rounded, some leaning."""
    for index in range(count):
        x = (index + chance.uniform(-0.3, 0.3)) * WIDTH / (count - 1)
        half, tall = chance.uniform(0.5, 1.0) * WIDTH / count, height * chance.uniform(0.55, 1.0)
        lean = chance.uniform(-0.25, 0.25) * half
        shape = [
            (x + half * 1.15 * t + lean * (1 - t * t), base - tall * (1 - abs(t) ** 3.2)) for t in _steps(-1, 1, 40)
        ]
        canvas.polygon([(x - half * 1.15, base), *shape, (x + half * 1.15, base)], fill=colour)


def _rolling(canvas, chance, base, height, colour):
    """A low rolling line of land filling everything below it."""
    phases = [chance.uniform(0, 6.3) for _ in range(3)]
    line = [
        (x, base - height * sum(math.sin(x / (260 * (n + 1)) + p) / (3 - n) for n, p in enumerate(phases)) / 2)
        for x in range(0, WIDTH + 20, 20)
    ]
    canvas.polygon([*line, (WIDTH, HEIGHT), (0, HEIGHT)], fill=colour)


def _karst(canvas, chance, shore=900):
    _sun(canvas, chance)
    _towers(canvas, chance, shore, 560, MIST, 7)
    _towers(canvas, chance, shore, 420, FAR, 6)
    _towers(canvas, chance, shore, 280, NEAR, 8)
    canvas.rectangle((0, shore - 2, WIDTH, HEIGHT), fill=WATER)


def _ripples(canvas, chance, top, colour=PAPER):
    for _ in range(46):
        y = chance.uniform(top + 10, HEIGHT)
        length = 40 + (y - top) * chance.uniform(0.3, 0.9)
        x = chance.uniform(-50, WIDTH)
        canvas.line((x, y, x + length, y), fill=colour, width=3 + int((y - top) / 90))


def _boat(canvas, x, y, size):
    """A sampan with its rower under a conical hat; `size` is its half length in pixels."""
    hull = [(x + size * t, y + size * 0.16 * (1 - t * t) - size * 0.12 * t**4) for t in _steps(-1, 1, 30)]
    canvas.polygon([*hull, (x + size * 0.8, y - size * 0.03), (x - size * 0.8, y - size * 0.03)], fill=INK)
    canvas.polygon([(x - size * 0.1, y), (x + size * 0.14, y), (x + size * 0.02, y - size * 0.36)], fill=DARK)
    canvas.polygon(
        [(x - size * 0.17, y - size * 0.32), (x + size * 0.21, y - size * 0.32), (x + size * 0.02, y - size * 0.5)],
        fill=STRAW,
    )
    canvas.line(
        (x + size * 0.1, y - size * 0.2, x + size * 0.75, y + size * 0.22), fill=INK, width=max(4, int(size / 30))
    )


def karst(canvas, chance):
    _karst(canvas, chance, 940)
    _ripples(canvas, chance, 940)


def river(canvas, chance):
    _karst(canvas, chance, 760)
    _ripples(canvas, chance, 760)
    _boat(canvas, chance.randint(500, 1300), 960, 210)


def boat(canvas, chance):
    _sun(canvas, chance)
    _rolling(canvas, chance, 560, 60, FAR)
    canvas.rectangle((0, 620, WIDTH, HEIGHT), fill=WATER)
    _ripples(canvas, chance, 620)
    for x, y, size in ((420, 760, 120), (1300, 840, 190), (760, 1010, 290)):
        _boat(canvas, x + chance.randint(-90, 90), y, size)


def field(canvas, chance):
    _sun(canvas, chance)
    _towers(canvas, chance, 560, 260, MIST, 6)
    _rolling(canvas, chance, 560, 40, FAR)
    canvas.rectangle((0, 620, WIDTH, HEIGHT), fill=STRAW)
    vanish = chance.randint(600, 1200)
    for step in range(-16, 17):
        foot = vanish + step * 230
        canvas.polygon(
            [(vanish + step * 26, 620), (foot, HEIGHT), (foot + 90, HEIGHT), (vanish + step * 26 + 9, 620)], fill=NEAR
        )
    for index in range(5):
        x, y = 260 + index * 310 + chance.randint(-60, 60), 860 + chance.randint(-60, 160)
        canvas.ellipse((x - 34, y - 20, x + 34, y + 60), fill=DARK)
        canvas.polygon([(x - 58, y - 8), (x + 58, y - 8), (x, y - 60)], fill=PAPER)


def market(canvas, chance):
    _rolling(canvas, chance, 520, 50, MIST)
    canvas.rectangle((0, 820, WIDTH, HEIGHT), fill=EARTH)
    for index in range(6):
        x, colour = 60 + index * 300 + chance.randint(-30, 30), (SUN, STRAW, NEAR, PAPER)[chance.randrange(4)]
        top = 520 + chance.randint(-60, 40)
        canvas.rectangle((x + 112, top, x + 122, 900), fill=INK)
        canvas.pieslice((x - 40, top - 90, x + 274, top + 150), 180, 360, fill=colour)
        canvas.rectangle((x, 840, x + 234, 980), fill=DARK)
        for fruit in range(7):
            left = x + 8 + fruit * 32
            canvas.ellipse((left, 806, left + 34, 840), fill=(SUN, STRAW, FAR)[chance.randrange(3)])


def school(canvas, chance):
    _towers(canvas, chance, 760, 380, MIST, 6)
    canvas.rectangle((0, 760, WIDTH, HEIGHT), fill=STRAW)
    canvas.rectangle((300, 460, 1500, 900), fill=PAPER)
    canvas.polygon([(250, 470), (1550, 470), (1430, 350), (370, 350)], fill=SUN)
    for row in range(2):
        for column in range(9):
            x, y = 350 + column * 126, 510 + row * 200
            canvas.rectangle((x, y, x + 76, y + 116), fill=NEAR)
    canvas.rectangle((835, 700, 965, 900), fill=DARK)
    for x in (150, 1640):
        canvas.rectangle((x - 12, 640, x + 12, 930), fill=EARTH)
        canvas.ellipse((x - 130, 460 + chance.randint(-40, 20), x + 130, 730), fill=NEAR)


def stadium(canvas, chance):
    _rolling(canvas, chance, 480, 60, FAR)
    canvas.ellipse((-120, 420, WIDTH + 120, 1400), fill=DARK)
    canvas.ellipse((20, 520, WIDTH - 20, 1340), fill=MIST)
    for _ in range(900):
        angle, depth = chance.uniform(math.pi, 2 * math.pi), chance.uniform(1.0, 1.14)
        x, y = WIDTH / 2 + 890 * depth * math.cos(angle), 930 + 415 * depth * math.sin(angle)
        canvas.ellipse((x - 9, y - 9, x + 9, y + 9), fill=(SUN, STRAW, PAPER)[chance.randrange(3)])
    canvas.polygon([(330, 720), (1470, 720), (1760, 1200), (40, 1200)], fill=NEAR)
    canvas.line((WIDTH / 2, 720, WIDTH / 2, HEIGHT), fill=PAPER, width=8)
    canvas.ellipse((730, 860, 1070, 1030), outline=PAPER, width=8)
    for x in (180, 1620):
        canvas.rectangle((x - 8, 150, x + 8, 560), fill=INK)
        canvas.rectangle((x - 70, 110, x + 70, 180), fill=PAPER)


def weaving(canvas, chance):
    colours = (STRAW, SKY, EARTH, SUN, FAR)
    bands = [colours[chance.choice((0, 0, 1, 1, 2, 3, 4))] for _ in range(30)]
    for row in range(20):
        for column in range(30):
            if (row + column) % 2:
                canvas.rectangle((column * 60, row * 60, column * 60 + 54, row * 60 + 60), fill=bands[column])
            else:
                canvas.rectangle((column * 60, row * 60 + 4, column * 60 + 60, row * 60 + 56), fill=STRAW)
                canvas.line((column * 60, row * 60 + 30, column * 60 + 60, row * 60 + 30), fill=EARTH, width=2)


def _steps(start, end, count):
    return [start + (end - start) * index / count for index in range(count + 1)]


MOTIFS = {draw.__name__: draw for draw in (karst, river, boat, field, market, school, stadium, weaving)}
