"""The schemas of the OpenAPI document: JSON Schema 2020-12. Every object names all of its properties."""

from django.utils.translation import gettext as _

from markets.api.body import MOST_ROWS
from markets.findings import CODES
from markets.models import Instrument
from markets.models.quote import VALUES

_AMOUNT = r"^[0-9]+(\.[0-9]+)?$"
_SIGNED = r"^-?[0-9]+(\.[0-9]+)?$"


def schemas() -> dict:
    """Schemas by name."""
    return {**_wholes(), **_parts(), **_sent()}


def _wholes():
    following = _or_null(_text(_("Address of what follows; null at the end."), format="uri"))
    return {
        "Groups": _object(_("All price groups"), groups=_list("Group")),
        "Instruments": _object(_("A page of instruments"), instruments=_list("Instrument"), next=following),
        "Prices": _object(_("A page of latest prices"), prices=_list("Price"), next=following),
        "Days": _object(_("Days of an instrument"), instrument=_ref("Instrument"), days=_list("Day"), next=following),
        "Corrections": _object(
            _("Corrections of an instrument"), instrument=_ref("Instrument"), corrections=_list("Correction"),
            next=following,
        ),
        "Problem": _problem(),
    }  # fmt: skip


def _parts():
    return {
        "Group": _object(_("A price group"), **_names()),
        "Instrument": _object(_("What is quoted"), **_instrument()),
        "Price": _object(
            _("An instrument with its latest price"), **_instrument(),
            price=_or_null(_ref("Quote", _("Its latest price; null where nothing was ever quoted"))),
            change=_or_null(_ref("Change", _("The move since the last price of the day before; null without one"))),
            is_stale=_flag(_("Whether the price is older than the instrument's own rule allows")),
        ),
        "Change": _object(
            _("A move"), amount=_signed(_("In the instrument's unit")), percent=_signed(_("To two decimals")),
            since=_moment(_("Time of the price before")),
        ),
        "Quote": _quote(),
        "Values": _values(),
        "Day": _day(),
        "Correction": _correction(),
    }  # fmt: skip


def _names():
    return {"slug": _text(_("Its name in addresses")), "name": _text(_("As readers see it"))}


def _instrument():
    return {
        **_names(),
        "definition": _text(_("What exactly is quoted: brand, quality")),
        "place": _text(_("Region or shop")),
        "group": _text(_("Slug of its group")),
        "kind": {"enum": [kind.value for kind in Instrument.Kind], "description": _("pair, single price or range")},
        "unit": _text(_("As printed beside the price")),
        "currency": _or_null(_text(_("By ISO 4217, such as VND"))),
        "measure": _or_null(_text(_("How much of it the price is for"))),
        "decimals": {"type": "integer", "minimum": 0, "maximum": 2, "description": _("With how many it is quoted")},
        "page": _text(_("Its page in the paper"), format="uri"),
    }


def _quote():
    return _object(
        _("One price with who said so when"),
        values=_ref("Values"),
        reference=_or_null(
            _amount(_("What changes are counted by: the selling price, the single one, a range's middle"))
        ),
        quoted_at=_moment(_("The source's time")),
        is_timed=_flag(_("Whether the source named that time; else it is when it was read")),
        recorded_at=_moment(_("When the paper recorded it")),
        source=_text(_("Who named the price")),
        is_demo=_flag(_("Demonstration data, not a real price")),
        is_correction=_flag(_("Whether it stands in place of a price that was wrong")),
    )


def _values():
    amounts = {name: _or_null(_amount(said)) for name, said in zip(VALUES, _value_words(), strict=True)}
    said = _("buy and sell, price alone, or low and high, by the instrument's kind; null is one that was not named")
    return {**_object(said, **amounts), "required": [], "minProperties": 1}


def _value_words():
    return (_("What the shop pays"), _("What it asks"), _("The single price"), _("Lowest"), _("Highest"))


def _day():
    told = {
        "open": _("First reference value of the day"),
        "high": _("Highest"),
        "low": _("Lowest"),
        "close": _("Last reference value of the day; today's still moves"),
    }
    return _object(
        _("What one day came to, after corrections"),
        day={"type": "string", "format": "date", "description": _("Local day of the source's times")},
        **{name: _or_null(_amount(said)) for name, said in told.items()},
        count={"type": "integer", "minimum": 1, "description": _("How many prices stand")},
        last=_ref("Quote", _("The last price of the day")),
    )


def _correction():
    return _object(
        _("A price that was wrong"),
        id={"type": "integer", "description": _("Grows with each correction")},
        quoted_at=_moment(_("Time of the wrong price")),
        corrected_at=_moment(_("When it was corrected")),
        was=_ref("Values", _("What it said")),
        became=_or_null(_ref("Values", _("What is right; null where the price was taken back"))),
        reason=_text(_("Why")),
        source=_text(_("Who named the price")),
        is_demo=_flag(_("Demonstration data, not a real price")),
    )


def _sent():
    amounts = {name: _or_null(_amount(said, maxLength=15)) for name, said in zip(VALUES, _value_words(), strict=True)}
    quote = _object(
        _("A quote that is sent; fields that do not apply are left out"),
        instrument=_text(_("Slug of an instrument that the desk has assigned to the source")),
        quoted_at=_or_null(_moment(_("The source's time with its offset; left out, the time of reading counts"))),
        unit=_or_null(_text(_("What the amounts count, where not as agreed, such as “nghìn đồng/chỉ”"), maxLength=40)),
        **amounts,
    )
    quotes = {**_list("SentQuote"), "minItems": 1, "maxItems": MOST_ROWS}
    return {
        "Quotes": _object(_("What a source sends"), quotes=quotes),
        "SentQuote": {**quote, "required": ["instrument"]},
        "Rows": _object(_("What became of each row"), rows=_list("Row")),
        "Row": _row(),
        "Reason": _object(
            _("Why a row was held or refused"),
            code={"enum": ["unreadable", *CODES], "description": _("For programs")},
            field=_text(_("Which field; empty where it is the whole row")), detail=_text(_("For people")),
        ),
    }  # fmt: skip


def _row():
    outcomes = ["recorded", "known", "held", "refused"]
    said = _("recorded; known already; held for a person at the paper to decide; refused, to be mended and sent again")
    return _object(
        _("What became of one row"),
        row={"type": "integer", "minimum": 0, "description": _("Its place in the request, from 0")},
        outcome={"enum": outcomes, "description": said},
        reasons=_list("Reason"),
    )


def _problem():
    error = _object(
        _("One fault"), parameter=_text(_("Which parameter")), detail=_text(_("What is wrong with it")),
    )  # fmt: skip
    whole = _object(
        _("An error, by RFC 9457"),
        type=_text(_("Where it is explained"), format="uri"),
        title=_text(_("What went wrong")),
        status={"type": "integer", "description": _("The HTTP status")},
        detail=_text(_("More of it")),
        errors={"type": "array", "items": error, "description": _("Each fault, where there are several")},
    )
    return {**whole, "required": ["type", "title", "status"]}


def _object(said, **properties):
    return {
        "type": "object",
        "description": said,
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _ref(name, said=""):
    return {"$ref": f"#/components/schemas/{name}", **({"description": said} if said else {})}


def _list(name):
    return {"type": "array", "items": _ref(name)}


def _or_null(schema):
    return {"anyOf": [schema, {"type": "null"}], "description": schema.get("description", "")}


def _text(said, **more):
    return {"type": "string", "description": said, **more}


def _amount(said, **more):
    return _text(said, pattern=_AMOUNT, **more)


def _signed(said):
    return _text(said, pattern=_SIGNED)


def _moment(said):
    return _text(said, format="date-time")


def _flag(said):
    return {"type": "boolean", "description": said}
