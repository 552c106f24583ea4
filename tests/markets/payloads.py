"""Answers as sources send them, written for these tests: the shapes of the formats, with invented numbers."""

import json

VIETCOMBANK_XML = b"""<?xml version="1.0" encoding="utf-8"?>
<!--For reference only-->
<ExrateList>
  <DateTime>11/20/2026 8:30:05 AM</DateTime>
  <Exrate CurrencyCode="USD" CurrencyName="US DOLLAR     " Buy="26,100.00" Transfer="26,130.00" Sell="26,420.00" />
  <Exrate CurrencyCode="EUR" CurrencyName="EURO" Buy="29900.5" Transfer="30,000.10" Sell="31,400.25" />
  <Exrate CurrencyCode="DKK" CurrencyName="DANISH KRONE" Buy="-" Transfer="3,316.07" Sell="4,420.13" />
  <Exrate CurrencyCode="INR" CurrencyName="INDIAN RUPEE" Buy="0" Transfer="0" Sell="0" />
</ExrateList>"""

VIETCOMBANK_JSON = json.dumps(
    {
        "Count": 3,
        "Date": "2026-11-21T00:00:00",
        "UpdatedDate": "2026-11-20T16:05:10+07:00",
        "Data": [
            {
                "currencyName": "US DOLLAR",
                "currencyCode": "USD",
                "cash": "26100.00",
                "transfer": "26130",
                "sell": "26420.00",
            },
            {
                "currencyName": "EURO",
                "currencyCode": "EUR",
                "cash": "29,900.50",
                "transfer": "30000",
                "sell": "31400.25",
            },
            {"currencyName": "WON", "currencyCode": "KRW", "cash": "0.00", "transfer": "16", "sell": "19.41"},
        ],
    }
).encode()

SJC_XML = """<root><title>Bang gia</title><ratelist updated="08:58:32 AM 20/11/2026" unit="ngàn đồng/lượng">
<city name="Hồ Chí Minh"><item buy="148.720" sell="150.820" type="Vàng SJC 1L"/></city>
<city name="Đà  Nẵng"><item buy="148.720" sell="150.840" type="Vàng SJC"/></city></ratelist></root>""".encode()

SJC_SERVICE = json.dumps(
    {
        "success": True,
        "latestDate": "08:30 20/11/2026",
        "data": [
            {"TypeName": "Vàng SJC 1L", "BranchName": "Hồ Chí Minh", "Buy": "148,700", "BuyValue": 148700000.0,
             "Sell": "150,700", "SellValue": 150700000.0},
            {"TypeName": "Vàng nhẫn", "BranchName": "Hồ Chí Minh", "Buy": "146,500", "Sell": "149,000"},
            {"TypeName": "Lệch", "BranchName": "Huế", "Buy": "148,700", "BuyValue": 14870000.0, "Sell": "150,700"},
            {"TypeName": "Hỏng", "Buy": "-", "Sell": None},
        ],
    }
).encode()  # fmt: skip

BTMC = json.dumps(
    {
        "DataList": {
            "Data": [
                {
                    "@row": "1",
                    "@n_1": "VÀNG MIẾNG SJC",
                    "@pb_1": "14870000",
                    "@ps_1": "15070000",
                    "@d_1": "20/11/2026 08:31",
                },
                {
                    "@row": "2",
                    "@n_2": "VÀNG NGUYÊN LIỆU",
                    "@pb_2": "14190000",
                    "@ps_2": "0",
                    "@d_2": "20/11/2026 08:31",
                },
                {
                    "@row": "3",
                    "@n_3": "BẠC MIẾNG 999",
                    "@pb_3": "1900000",
                    "@ps_3": "1960000",
                    "@d_3": "20/11/2026 08:31",
                },
            ]
        }
    }
).encode()

PNJ = json.dumps({"data": [{"masp": "SJC", "tensp": "Vàng miếng SJC", "giamua": 14870, "giaban": 15070}]}).encode()

DOJI = """<GoldList>
<DGPlist><DateTime>08:31 20/11/2026</DateTime>
<Row Name="DOJI HN lẻ" Key="dojihanoile" Sell="15,070" Buy="14,870" /></DGPlist>
<JewelryList><DateTime>08:40 20/11/2026</DateTime>
<Row Name="Nhẫn tròn" Key="nhan" Sell="14,900" Buy="-" /></JewelryList>
</GoldList>""".encode()

PETROLIMEX = json.dumps(
    {
        "Objects": [
            {
                "Title": "Xăng RON 95-III",
                "Zone1Price": 20300,
                "Zone2Price": 20700,
                "LastModified": "2026-11-19T08:00:00.123Z",
            },
            {"Title": "Mazút 2B", "Zone1Price": 16100, "Zone2Price": 0, "LastModified": "2026-11-19T08:00:00Z"},
            {"Title": " ", "Zone1Price": 1, "Zone2Price": 1, "LastModified": "2026-11-19T08:00:00Z"},
        ]
    }
).encode()

TABLE = """TT\tMặt hàng\tĐVT\tHoa Lư\tNho Quan
1\tGạo tẻ thường\tNghìn đồng/kg\t11.5\t10,5
2\tThịt lợn hơi\t"\t60-62\t58–60
3\tThịt bò\t"\t250\t""".encode()

BY_PROVIDER = {
    "vietcombank-xml": VIETCOMBANK_XML,
    "vietcombank-json": VIETCOMBANK_JSON,
    "sjc-xml": SJC_XML,
    "sjc-service": SJC_SERVICE,
    "btmc": BTMC,
    "pnj": PNJ,
    "doji": DOJI,
    "petrolimex": PETROLIMEX,
    "table": TABLE,
}
SAMPLES = {
    "vcb_pXML_2015-10-08.captured.xml": ("vietcombank-xml", 19),
    "vcb_pXML_2026-06-13.excerpt.xml": ("vietcombank-xml", 5),
    "sjc_tygiavang_2013-05-22.captured.xml": ("sjc-xml", 13),
    "sjc_PriceService_current.fixture.json": ("sjc-service", 2),
    "btmc_getpricebtmc_2025-05-07.captured.json": ("btmc", 7),
    "pnj_get-gold-price.fixture.json": ("pnj", 2),
    "petrolimex_cms.item_search.fixture.json": ("petrolimex", 4),
    "gia-ban-le-tinh.table.csv": ("table", 30),
    "heo-hoi_2020-11-28.table.csv": ("table", 10),
}
