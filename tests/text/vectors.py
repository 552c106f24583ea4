"""Attack strings: a few of each kind written here, and whatever lies in the samples."""

from tests.samples import sample

OWN_VECTORS = [
    "<script>window.ran = 1</script>",
    "<scr<script>ipt>window.ran = 1</scr</script>ipt>",
    "<img src=x onerror='window.ran = 1'>",
    "<img src='//evil.example/x.gif'><img src='/media/x.gif' srcset='//evil.example/y.gif' onload='window.ran = 1'>",
    '<IMG SRC="jav&#x0A;ascript:window.ran=1">',
    "<svg><script>window.ran = 1</script></svg><svg onload='window.ran = 1'>",
    "<svg></p><style><a id='</style><img src=1 onerror=window.ran=1>'>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=window.ran=1&gt;'>",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=window.ran=1>",
    "<noscript><p title='</noscript><img src=x onerror=window.ran=1>'>",
    "<a href='javascript:window.ran=1'>a</a><a href=' \x01javascript:window.ran=1'>b</a>",
    "<a href='java\nscript:window.ran=1'>a</a><a href='java&Tab;script&colon;window.ran=1'>b</a>",
    "<a href='data:text/html,<script>parent.ran=1</script>'>a</a><a href='vbscript:x'>b</a>",
    "<iframe src='javascript:parent.ran=1'></iframe><iframe srcdoc='<script>parent.ran=1</script>'></iframe>",
    "<object data='data:text/html,<script>parent.ran=1</script>'></object><embed src='//evil.example/x.swf'>",
    "<p style=\"background:url('//evil.example/x.png')\" onclick='window.ran=1' id=x class=y data-z=1>a</p>",
    "<link rel=stylesheet href='//evil.example/x.css'><style>@import '//evil.example/y.css'</style>",
    "<meta http-equiv=refresh content='0;url=//evil.example/'><base href='//evil.example/'>",
    "<form action='//evil.example/'><input autofocus onfocus='window.ran=1'><button formaction=javascript:x()>a</form>",
    "<video src='//evil.example/x.mp4' onerror='window.ran=1'><source onerror='window.ran=1'></video>",
    "<details open ontoggle='window.ran=1'><marquee onstart='window.ran=1'>a",
    "<span style='mso-list:Ignore'><img src=x onerror=window.ran=1></span>",
    "<p style='mso-list:l0 level1'><span style='mso-list:Ignore'>1.</span><a href='javascript:window.ran=1'>a</a>",
    "<![if !vml]><img src='file:///C:/x.jpg' onerror=window.ran=1><![endif]><!--[if IE]><script>x</script><![endif]-->",
    "&lt;script&gt;window.ran = 1&lt;/script&gt;",
    "<figure class='image\" onmouseover=\"window.ran=1'><img src='/media/a.jpg\" onerror=\"window.ran=1'></figure>",
    "<ol start='1\" onclick=\"x'><li>a</ol><table><td colspan='2\" onclick=\"x'>a</table>",
    "<xss onpointerenter=window.ran=1 style='display:block'>a</xss><p \x00onclick=window.ran=1>a",
]

SAMPLE_FILES = ("h5sc-vectors.txt", "fuzzdb-xss-rsnake.txt", "fuzzdb-XSSPolyglot.txt", "html-event-attributes.txt")


def sample_vectors() -> list[str]:
    """Every line of every file, and each file whole; event names on elements that fire by themselves."""
    vectors = []
    for name in SAMPLE_FILES:
        text = sample(f"xss/{name}").read_text("utf-8", errors="replace")
        vectors += [text, *text.splitlines()]
    events = sample("xss/html-event-attributes.txt").read_text("utf-8").split()
    return vectors + [
        f"<{tag} src=x {event}='window.ran=1' autofocus>a" for event in events for tag in ("img", "p", "a")
    ]
