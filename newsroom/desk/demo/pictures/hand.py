"""The tools of the illustrator: a sheet to print on, cut shapes, tapered strokes, hatching and the grain of the block.

Everything is measured in units of a sheet of 1800 x 1200, whatever the resolution it is drawn at.
"""

import math
import random
from io import BytesIO

from PIL import Image, ImageChops, ImageDraw

WIDTH, HEIGHT = 1800, 1200
FINE = 2  # drawn so many times larger, then reduced: smooth edges

SKY, SUN, MIST, FAR, NEAR, DARK = "#efe5cf", "#b5382c", "#cfcbb4", "#98a48a", "#5c7358", "#2c3a30"
WATER, STRAW, EARTH, PAPER, INK = "#a9bdb4", "#d9b968", "#a8713f", "#f7f1e3", "#231f1a"
DUSK, NIGHT, SKIN, ROSE, DEEP = "#dfae83", "#29343b", "#b98358", "#cf857b", "#7d978f"


class Sheet:
    """A sheet being printed, one cut shape over the other. `chance` is its only source of accident."""

    def __init__(self, seed, ground=SKY):
        self.chance = random.Random(seed)  # noqa: S311  (a picture, no secret)
        self.image = Image.new("RGB", (WIDTH * FINE, HEIGHT * FINE), ground)
        self._pen = ImageDraw.Draw(self.image)

    def shape(self, points, colour):
        """A filled polygon."""
        self._pen.polygon(_scaled(points), fill=colour)

    def cut(self, points, colour, width=5, line=INK):
        """A filled polygon with its key line, which sits a little off register as on a hand print."""
        self.shape(points, colour)
        self.line([(x + 2, y - 2) for x, y in [*points, *points[:2]]], width, line)

    def bar(self, left, top, right, bottom, colour):
        """A filled rectangle."""
        self._pen.rectangle((left * FINE, top * FINE, right * FINE, bottom * FINE), fill=colour)

    def oval(self, x, y, rx, ry, colour):
        """A filled ellipse around (x, y)."""
        self._pen.ellipse(((x - rx) * FINE, (y - ry) * FINE, (x + rx) * FINE, (y + ry) * FINE), fill=colour)

    def ring(self, x, y, rx, ry, width, colour):
        """The line of an ellipse around (x, y)."""
        box = ((x - rx) * FINE, (y - ry) * FINE, (x + rx) * FINE, (y + ry) * FINE)
        self._pen.ellipse(box, outline=colour, width=round(width * FINE))

    def line(self, points, width, colour):
        """A line of one width through all points."""
        self._pen.line(_scaled(points), fill=colour, width=max(1, round(width * FINE)), joint="curve")

    def stroke(self, start, end, width, colour):
        """A stroke of the knife: thickest in the middle, nothing at both ends."""
        self._pen.polygon(_scaled(_lens(start, end, width)), fill=colour)

    def hatch(self, points, colour, angle=0, gap=18, width=6):
        """Cut broken strokes across a polygon, at `angle` degrees from the level, about `gap` apart."""
        left, top, right, bottom = _bounds(points)
        stencil = Image.new("L", ((right - left) * FINE, (bottom - top) * FINE))
        strokes = stencil.copy()
        ImageDraw.Draw(stencil).polygon(_scaled((x - left, y - top) for x, y in points), fill=255)
        pen = ImageDraw.Draw(strokes)
        for start, end in self._strokes(right - left, bottom - top, math.radians(angle), gap):
            pen.polygon(_scaled(_lens(start, end, width * self.chance.uniform(0.5, 1.2))), fill=255)
        self.image.paste(colour, (left * FINE, top * FINE), ImageChops.darker(stencil, strokes))

    def _strokes(self, width, height, angle, gap):
        """Start and end of broken parallels that cover a rectangle of this size."""
        reach, cos, sin = math.hypot(width, height) / 2, math.cos(angle), math.sin(angle)
        across = -reach
        while across < reach:
            along = -reach - self.chance.uniform(0, 80)
            while along < reach:
                length = self.chance.uniform(50, 190)
                ends = [(u * cos - across * sin, u * sin + across * cos) for u in (along, along + length)]
                yield [(width / 2 + x, height / 2 + y) for x, y in ends]
                along += length + self.chance.uniform(8, 60)
            across += gap * self.chance.uniform(0.7, 1.3)

    def jpeg(self) -> bytes:
        """The print pulled: reduced, with the grain of block and paper, as a JPEG."""
        file = BytesIO()
        _grained(self.image.reduce(FINE), self.chance).save(file, "JPEG", quality=86)
        return file.getvalue()


def steps(start, end, count):
    """`count` + 1 numbers from `start` to `end`."""
    return [start + (end - start) * index / count for index in range(count + 1)]


def _scaled(points):
    return [(x * FINE, y * FINE) for x, y in points]


def _lens(start, end, width):
    (x0, y0), (x1, y1) = start, end
    length = math.hypot(x1 - x0, y1 - y0) or 1
    dx, dy = (y1 - y0) / length * width / 2, (x0 - x1) / length * width / 2
    inner = [(x0 + (x1 - x0) * t, y0 + (y1 - y0) * t) for t in (0.3, 0.7)]
    return [start, *((x + dx, y + dy) for x, y in inner), end, *((x - dx, y - dy) for x, y in reversed(inner))]


def _bounds(points):
    """The part of the sheet that the points span, in whole units, never empty."""
    xs, ys = zip(*points, strict=True)
    left, top = (min(max(int(min(line)), 0), size - 1) for line, size in ((xs, WIDTH), (ys, HEIGHT)))
    right, bottom = (min(int(max(line)) + 1, size) for line, size in ((xs, WIDTH), (ys, HEIGHT)))
    return left, top, max(right, left + 1), max(bottom, top + 1)


def _noise(chance, width, height, strength):
    """Grey noise around the middle, spread over the whole sheet."""
    noise = Image.frombytes("L", (width, height), chance.randbytes(width * height))
    return noise.resize((WIDTH, HEIGHT), Image.Resampling.BILINEAR).point(
        [128 + (value - 128) * strength for value in range(256)]
    )


def _grained(image, chance):
    """Streaks of the broom that laid the ground, grain of the block, and flecks where the ink did not take."""
    for width, height, strength in ((24, 400, 0.28), (900, 600, 0.2)):
        noise = _noise(chance, width, height, strength)
        image = ImageChops.soft_light(image, Image.merge("RGB", [noise] * 3))
    flecks = _noise(chance, 1200, 800, 1).point([0] * 236 + [130] * 20)
    image.paste(PAPER, mask=flecks)
    return image
