"""Invented case-status pages in the public layouts of eCourts: tables today, spans before, High Courts with more columns.

Everybody on them is invented; the names stand there so that tests can see them left behind.
"""

import typst

CNR = "WBNP010012342025"
NAMES = ("PARULBALA", "HARADHAN", "NIRMALYA", "SUCHISMITA", "BISWAPATI")
HEAD = "<!DOCTYPE html><html><head><title>PARULBALA case</title><script>var x='HARADHAN'</script></head><body>"

TABLES = f"""{HEAD}
<div id="history_cnr"><h2 id="chHeading">Additional District Court, Basirhat</h2>
<h3>Case Details</h3>
<table class="table case_details_table table-bordered"><tbody>
<tr><td><b>Case Type</b></td><td colspan="3">SC - SESSIONS CASE</td></tr>
<tr><td><label>Filing Number</label></td><td>412/2025</td><td><label>Filing Date</label></td><td>20-10-2025</td></tr>
<tr><td><label>Registration Number</label></td><td><label>88/2025</label></td><td>Registration Date</td><td>03-11-2025</td></tr>
<tr><td><b>CNR Number</b></td><td colspan="3"><b><span class="fs-4">WBNP01-001234-2025</span></b> &nbsp;(Note the CNR number for future reference)</td></tr>
</tbody></table>
<h3>Case Status</h3>
<table class="table case_status_table"><tbody>
<tr><td>First Hearing Date</td><td><strong>10th November 2025</strong></td></tr>
<tr><td>Next Hearing Date</td><td><strong>18th December 2026</strong></td></tr>
<tr><td>Case Stage</td><td><strong>Evidence</strong></td></tr>
<tr><td>Court Number and Judge</td><td><strong>3-Additional District Judge, Basirhat</strong></td></tr>
</tbody></table>
<h3>Petitioner and Advocate</h3>
<table class="table Petitioner_Advocate_table"><tbody><tr><td>1) STATE<br/>&nbsp;&nbsp;Advocate- NIRMALYA SEN</td></tr></tbody></table>
<h3>Respondent and Advocate</h3>
<table class="table Respondent_Advocate_table"><tbody><tr><td>1) HARADHAN NASKAR<br/>Advocate - SUCHISMITA ROY</td></tr></tbody></table>
<h3>Acts</h3>
<table id="act_table" class="table acts_table"><tbody>
<tr><th>Under Act(s)</th><th>Under Section(s)</th></tr>
<tr><td>Bharatiya Nyaya Sanhita, 2023</td><td>143,144</td></tr>
<tr><td>IMMORAL TRAFFIC(PREVENTION) ACT</td><td>5</td></tr>
<tr><td>West Bengal Act of nobody</td><td>7</td></tr></tbody></table>
<h3>FIR Details</h3>
<table class="table FIR_details_table"><tbody><tr><td>Police Station</td><td>Basirhat</td></tr>
<tr><td>FIR Number</td><td>212</td></tr><tr><td>Year</td><td>2025</td></tr></tbody></table>
<h3>Case History</h3>
<table class="table history_table"><thead><tr><th>Judge</th><th>Business on Date</th><th>Hearing Date</th><th>Purpose of Hearing</th></tr></thead>
<tbody><tr><td>BISWAPATI DAS</td><td><a href="#" onclick="viewBusiness('PARULBALA')">10-11-2025</a></td><td>14-01-2026</td><td>Appearance</td></tr>
<tr><td>BISWAPATI DAS</td><td><a href="#">14-01-2026</a></td><td>18-12-2026</td><td>Evidence of PARULBALA</td></tr></tbody></table>
<h3>Interim Orders</h3>
<table class="table order_table"><tbody><tr><td>Order Number</td><td>Order Date</td><td>Order Details</td></tr>
<tr><td>1</td><td>14-01-2026</td><td><a href="javascript:alert(1)">Copy of order</a></td></tr></tbody></table>
</div></body></html>"""

SPANS = f"""{HEAD}
<h2 class="h1class"><span>Basirhat</span></h2>
<div><span class="heading"><label><h2 class="h2class">Case Details</h2></label></span>
<span class="case_details_table" style="float:left"><span style="width:225px"><label>Case Type </label></span>: SC</span><br/>
<span class="case_details_table"><span><label>Filing Number</label></span>: 412/2025<span style="padding-left:100px"><label>Filing Date</label>: 20-10-2025</span></span><br/>
<span class="case_details_table"><span><label>Registration Number</label></span><label>: 88/2025</label><span><label>Registration Date</label><label>: 03-11-2025</label></span></span><br/>
<b><span class="case_details_table"><span><label>CNR Number</label></span>: WBNP01-001234-2025</span></b></div>
<h2 class="h2class">Case Status</h2><div>
<span><label><strong>First Hearing Date </strong><strong>: 10th November 2025</strong></label></span><br/>
<span><label><strong>Decision Date</strong><strong>: 22nd April 2026</strong></label></span><br/>
<span><label><strong>Case Status </strong><strong>: CASE DISPOSED</strong></label></span><br/>
<span><label><strong>Nature of Disposal</strong><strong>: Contested--CONVICTED</strong></label></span><br/>
<span><label><strong>Court Number and Judge</strong> <strong> : 3-Additional District Judge</strong></label></span></div>
<div><h2 class="h2class">Petitioner and Advocate</h2><span class="Petitioner_Advocate_table">1) STATE<br/>Advocate- NIRMALYA SEN<br/></span>
<h2 class="h2class">Respondent  and Advocate</h2><span class="Respondent_Advocate_table">1) HARADHAN NASKAR<br/></span><br/></div>
<h2 class="h2class">Acts</h2><table id="act_table" class="Acts_table"><tr><th>Under Act(s)</th><th>Under Section(s)</th></tr><tr><td>I.P.C.</td><td>370, 372</td></tr></table>
<table id="historyheading"><tr><td><h2 class="h2class">History of Case Hearing</h2></td></tr></table>
<table class="history_table"><tr><th>Cause List Type </th><th>Judge</th><th>Business On Date</th><th>Hearing Date</th><th>Purpose of hearing</th></tr>
<tr><td></td><td>BISWAPATI DAS</td><td><a href="#">22-04-2026 </a></td><td></td><td> Judgment</td></tr></table>
</body></html>"""

SOMETHING_ELSE = "<html><body><h1>Cause list</h1><table><tr><td>CNR Number</td><td>none</td></tr></table></body></html>"


def archive(page: str) -> bytes:
    """The page as a browser saves it in one file."""
    body = page.replace("=", "=3D")
    return (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.invalid/\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="--B"\r\nMIME-Version: 1.0\r\n\r\n'
        "----B\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        f"{body}\r\n----B\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        "iVBORw0KGgo=\r\n----B--\r\n"
    ).encode()


def printed() -> bytes:
    """The page printed to a PDF."""
    rows = (
        ("Case Type", "SC - SESSIONS CASE"), ("Filing Number", "412/2025"),
        ("Filing Date", "20-10-2025"), ("Registration Number", "88/2025"), ("CNR Number", "WBNP01-001234-2025"),
        ("First Hearing Date", "10th November 2025"), ("Next Hearing Date", "18th December 2026"),
        ("Case Stage", "Evidence"), ("Court Number and Judge", "3-Additional District Judge"),
    )  # fmt: skip
    cells = ", ".join(f"[{cell}]" for row in rows for cell in row)
    text = (
        "= Case Details\n#table(columns: (60mm, 90mm), " + cells + ")\n"
        "= Petitioner and Advocate\n1) HARADHAN NASKAR\n\n= Acts\n"
        "#table(columns: (90mm, 40mm), [Under Act(s)], [Under Section(s)], [Indian Penal Code], [370, 372])\n"
        "= Case History\n#table(columns: 4, [Judge], [Business on Date], [Hearing Date], [Purpose],"
        " [BISWAPATI DAS], [14-01-2026], [18-12-2026], [Evidence])\n"
    )
    return bytes(typst.compile(text.encode()))
