/* Converts while the reader types. Attached by data-converter on the form; what it computes by stands in data attributes of
   its options. The same fractions as markets/converter.py, in whole numbers of any length, so nothing is ever a little
   off: change both together. Without it the form is sent and the server answers. */

(() => {
  "use strict";

  const NUMBER = /^(?:0|[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d*)(?:,\d{1,6})?$/;
  const LONGEST = 24;

  class Fraction {
    constructor(over, under = 1n) {
      this.over = over;
      this.under = under;
    }

    /* "15/4" */
    static read(text) {
      return new Fraction(...text.split("/").map(BigInt));
    }

    times(other) {
      return new Fraction(this.over * other.over, this.under * other.under);
    }

    by(other) {
      return new Fraction(this.over * other.under, this.under * other.over);
    }

    /* So many units of the last decimal, halves away from zero, and whether nothing was left to round. */
    rounded(decimals) {
      const scaled = this.over * 10n ** BigInt(decimals);
      return { units: ((scaled * 2n) / this.under + 1n) / 2n, isExact: scaled % this.under === 0n };
    }
  }

  function attach(form) {
    const { so, tu, sang, gia, ben } = form.elements;
    const answer = form.parentElement.querySelector("[data-answer]");
    const quote = form.parentElement.querySelector("[data-answer-quote]");

    form.addEventListener("input", (event) => {
      if (event.target === gia) fit();
      for (const list of form.querySelectorAll(".errorlist")) list.remove();
      const told = convert();
      answer.textContent = told.text;
      answer.toggleAttribute("data-wrong", Boolean(told.isWrong));
      quote.textContent = told.quote ?? "";
    });

    /* Another price is of other things: one of its own measure in its own money. */
    function fit() {
      const price = chosen(gia);
      if (factor(chosen(tu), chosen(sang), price, [new Fraction(1n)])) return;
      tu.value = price.measure;
      sang.value = price.currency;
    }

    function convert() {
      const quantity = read(so.value);
      if (!quantity) return wrong(form.dataset.noNumber);
      const [given, wanted, price] = [chosen(tu), chosen(sang), chosen(gia)];
      if (given.kind === wanted.kind) {
        return { text: words(quantity, [size(given).by(size(wanted))], wanted) };
      }
      const side = price.isPair === "yes" ? ben.value : "sell";
      if (!price[side]) return wrong(form.dataset.noPrice);
      const prices = price[side].split(" ").map((whole) => new Fraction(BigInt(whole), 100n));
      const factors = factor(given, wanted, price, prices);
      if (!factors) return wrong(form.dataset.mismatch);
      const told = side === "sell" ? price.toldSell : price.toldBuy;
      return { text: words(quantity, factors, wanted), quote: told };
    }

    function words(quantity, factors, wanted) {
      const amounts = factors.map((one) => quantity.value.times(one).rounded(Number(wanted.decimals)));
      amounts.sort((one, other) => Number(one.units > other.units) - Number(one.units < other.units));
      const shown = new Set(amounts.map(({ units }) => format(units, Number(wanted.decimals))));
      const sign = amounts.every(({ isExact }) => isExact) ? "=" : "≈";
      return `${quantity.shown} ${tu.value} ${sign} ${[...shown].join("–")} ${sang.value}`;
    }
  }

  const chosen = (select) => select.selectedOptions[0].dataset;
  const size = (thing) => Fraction.read(thing.size);
  const wrong = (text) => ({ text, isWrong: true });

  /* By what an amount of the given is multiplied, for each of the prices; null where the price is of other things. */
  function factor(given, wanted, price, prices) {
    if (given.kind === wanted.kind) return prices.map(() => size(given).by(size(wanted)));
    if (given.kind === price.kind && wanted.kind === price.currency) {
      return prices.map((one) => one.times(size(given)).by(size(price)));
    }
    if (given.kind === price.currency && wanted.kind === price.kind) {
      return prices.map((one) => size(price).by(size(wanted)).by(one));
    }
    return null;
  }

  /* "1.500,25" as a fraction, and as it is shown; null where it is no number. */
  function read(typed) {
    const text = typed.trim();
    if (text.length > LONGEST || !NUMBER.test(text)) return null;
    const [whole, decimals = ""] = text.replaceAll(".", "").split(",");
    const units = BigInt(whole + decimals);
    return { value: new Fraction(units, 10n ** BigInt(decimals.length)), shown: format(units, decimals.length) };
  }

  /* Dots between thousands, a comma before decimals, no zeros at their end. */
  function format(units, decimals) {
    const digits = String(units).padStart(decimals + 1, "0");
    const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, ".");
    const fraction = digits.slice(digits.length - decimals).replace(/0+$/, "");
    return fraction ? `${whole},${fraction}` : whole;
  }

  for (const form of document.querySelectorAll("[data-converter]")) attach(form);
})();
