/* Reads a chart of prices point by point, by pointer or by keys. Attached by data-price-chart, the id of the table behind
   the drawing: each row with data-x and data-y is a point of it. Speaks into data-price-reading beside it. */

(() => {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  const STEPS = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -7, PageUp: 7 };

  function attach(chart) {
    const drawing = chart.querySelector("svg");
    const table = document.getElementById(chart.dataset.priceChart);
    const reading = chart.parentElement.querySelector("[data-price-reading]");
    const points = [...table.querySelectorAll("tr[data-x]")].map((row) => point(table, row));
    points.sort((one, other) => one.x - other.x);
    if (!points.length) return;
    const cursor = new Cursor(drawing);
    let current = points.length - 1;

    describe(chart, drawing, points.length);
    show(current, false);
    chart.addEventListener("keydown", (event) => {
      const target = aim(event.key, current, points.length);
      if (target === null) return;
      event.preventDefault();
      show(target, true);
    });
    for (const kind of ["pointermove", "pointerdown"]) {
      chart.addEventListener(kind, (event) => show(nearest(drawing, points, event), true));
    }
    chart.addEventListener("pointerleave", () => cursor.hide());
    chart.addEventListener("blur", () => cursor.hide());

    function show(index, marked) {
      current = index;
      reading.textContent = points[index].text;
      chart.setAttribute("aria-valuenow", index + 1);
      chart.setAttribute("aria-valuetext", points[index].text);
      if (marked) cursor.move(points[index]);
    }
  }

  /* A row as a place on the canvas and as words: "20/11/2026: Bán ra 148.700.000". */
  function point(table, row) {
    const heads = [...table.querySelectorAll("thead th")].map(words);
    const [day, ...values] = [...row.cells].map(words);
    const said = values.map((value, column) => `${heads[column + 1]} ${value}`);
    return { x: Number(row.dataset.x), y: Number(row.dataset.y), text: `${heads[0]} ${day}: ${said.join(", ")}` };
  }

  /* What a cell says first; a mark of correction comes after it. */
  function words(cell) {
    return (cell.querySelector("span") ?? cell).textContent.trim().replace(/\s+/g, " ");
  }

  function describe(chart, drawing, count) {
    const facts = { role: "slider", tabindex: 0, "aria-valuemin": 1, "aria-valuemax": count };
    for (const [name, value] of Object.entries(facts)) chart.setAttribute(name, value);
    chart.setAttribute("aria-label", drawing.querySelector("title").textContent);
    chart.setAttribute("aria-describedby", drawing.querySelector("desc").id);
    drawing.querySelector("title").remove(); // or browsers show it as a tip over every point
  }

  function aim(key, current, count) {
    if (key === "Home") return 0;
    if (key === "End") return count - 1;
    if (!(key in STEPS)) return null;
    return Math.min(count - 1, Math.max(0, current + STEPS[key]));
  }

  function nearest(drawing, points, event) {
    const box = drawing.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * drawing.viewBox.baseVal.width;
    const far = points.map((each) => Math.abs(each.x - x));
    return far.indexOf(Math.min(...far));
  }

  /* A rule through the point and a ring around it. */
  class Cursor {
    constructor(drawing) {
      const { y, height } = drawing.viewBox.baseVal;
      this.group = element("g", { class: "price-chart__cursor", visibility: "hidden" });
      this.rule = element("line", { y1: y + 28, y2: y + height - 48, stroke: "currentColor" });
      this.ring = element("circle", { r: 6, fill: "none", stroke: "currentColor", "stroke-width": 2 });
      this.group.append(this.rule, this.ring);
      drawing.append(this.group);
    }

    move({ x, y }) {
      this.rule.setAttribute("x1", x);
      this.rule.setAttribute("x2", x);
      this.ring.setAttribute("cx", x);
      this.ring.setAttribute("cy", y);
      this.group.setAttribute("visibility", "visible");
    }

    hide() {
      this.group.setAttribute("visibility", "hidden");
    }
  }

  function element(name, attributes) {
    const made = document.createElementNS(SVG, name);
    for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
    return made;
  }

  for (const chart of document.querySelectorAll("[data-price-chart]")) attach(chart);
})();
