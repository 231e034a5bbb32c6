"""What the columns of a programme's workbook can be, and the words by which offices call them.

Data, not code: a new word for a heading is one more entry in a line.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Field:
    """A field of a kind of sheet: how its cells are read, and how its column may be headed."""

    name: str
    type: str
    words: tuple[str, ...]
    weight: int = 1  # 3: a sheet of this kind is hardly thinkable without it
    group: str = ""  # repeated columns: "Received in Bank (1) Date"


def _f(name: str, kind: str, words: str, weight: int = 1, group: str = "") -> Field:
    return Field(name, kind, tuple(w.strip() for w in words.split("|")), weight, group)


SERIAL = _f(
    "serial",
    "serial",
    "sl no|serial no|s no|sr no|no|sl|#|ক্রমিক নং|ক্রমিক সংখ্যা|ক্রমিক|क्रम संख्या|क्रमांक|क्र सं",
)
FIR_REFERENCE = (
    "fir|fir no|fir number|fir reference|fir ref|linked fir|case no|ps case no|fir and police station"
    "|police station and fir no|এফআইআর|এফআইআর নং|মামলা নং|थाना और एफआईआर|एफआईआर|एफआईआर संख्या"
)
CODE = (
    "survivor code|survivor id|survivor no|code|id|case id|file no|file number|unique id|tafteesh id"
    "|survivor|survivor name or code|সারভাইভার কোড|সারভাইভার আইডি|কোড|ফাইল নং|ফাইল নম্বর|सर्वाइवर कोड|कोड|फ़ाइल संख्या|फाइल नंबर"
)
NOTE = _f("note", "text", "note|notes|remarks|remark|comment|comments|outcome|মন্তব্য|নোট|टिप्पणी|नोट")

SURVIVORS = (
    _f("code", "code", CODE, 3),
    _f(
        "name",
        "name",
        "name|survivor name|name of survivor|name of the survivor|full name|name used|name in english|নাম|সারভাইভারের নাম|नाम|सर्वाइवर का नाम",
        3,
    ),
    _f(
        "name_native",
        "name",
        "name bengali|name in bengali|bengali name|name hindi|name in hindi|name vernacular|বাংলা নাম|বাংলায় নাম|নাম বাংলা|नाम हिंदी",
    ),
    _f(
        "relation_name",
        "name",
        "father husband name|father name|fathers name|husband name|guardian name|guardian|father husband|relation name|parent name|name of father husband|father or husband|পিতা স্বামীর নাম|বাবা স্বামীর নাম|পিতার নাম|স্বামীর নাম|অভিভাবকের নাম|পিতা স্বামী|पिता पति का नाम|पिता का नाम|पति का नाम",
    ),
    _f("gender", "choice", "gender|sex|লিঙ্গ|लिंग"),
    _f(
        "born",
        "date",
        "date of birth|birth date|dob|born|born on|জন্ম তারিখ|জন্মতারিখ|জন্মের তারিখ|जन्म तिथि|जन्मतिथि|जन्म तारीख",
        2,
    ),
    _f(
        "case_kind",
        "choice",
        "type of case|case type|kind of case|nature of case|category|type of violence|কেসের ধরন|মামলার ধরন|ধরন|घटना का प्रकार|मामले का प्रकार",
    ),
    _f("village", "text", "village|address|village town|gram|গ্রাম|ঠিকানা|गांव|गाँव|पता"),
    _f(
        "gram_panchayat",
        "text",
        "gram panchayat|panchayat|gp name|name of gp|গ্রাম পঞ্চায়েত|পঞ্চায়েত|ग्राम पंचायत|पंचायत",
    ),
    _f("block", "text", "block|block name|cd block|ব্লক|प्रखंड|ब्लॉक"),
    _f("police_station", "text", "police station|thana|থানা|थाना"),
    _f(
        "phone",
        "phone",
        "mobile number|mobile|phone|phone number|contact number|contact no|contact|মোবাইল নম্বর|মোবাইল|ফোন নম্বর|ফোন|मोबाइल नंबर|मोबाइल|फोन",
    ),
    _f(
        "taken",
        "date",
        "date of trafficking|trafficking date|trafficked on|date trafficked|date taken|taken on|date of incident|incident date|missing date|পাচারের তারিখ|ঘটনার তারিখ|तस्करी की तारीख|घटना की तारीख",
        2,
    ),
    _f(
        "rescued",
        "date",
        "date of rescue|rescue date|rescued on|return date|date of return|উদ্ধারের তারিখ|ফেরার তারিখ|बचाव की तारीख|रेस्क्यू की तारीख",
        2,
    ),
    _f(
        "destination",
        "text",
        "destination|destination place|place of destination|trafficked to|taken to|place of rescue|গন্তব্য|কোথায় পাচার|गंतव्य",
    ),
    _f(
        "intake",
        "date",
        "date of intake|intake date|intake|joining date|date of joining|date of registration|registered on|enrolled on|date of enrolment|ভর্তির তারিখ|নথিভুক্তির তারিখ|যোগদানের তারিখ|पंजीकरण की तारीख|दाखिले की तारीख",
    ),
    _f(
        "status",
        "choice",
        "status in tafteesh|status|present status|current status|programme status|survivor status|অবস্থা|বর্তমান অবস্থা|স্থিতি|स्थिति",
        2,
    ),
    _f(
        "worker",
        "text",
        "social worker|worker|case worker|name of social worker|সমাজকর্মী|কর্মী|सामाजिक कार्यकर्ता|कार्यकर्ता",
    ),
    _f("collective", "text", "collective|survivor collective|group|shg|কালেক্টিভ|সমষ্টি|সংগঠন|दल|समूह"),
)

FIR = (
    _f("police_station", "text", "police station|thana|name of police station|থানা|थाना", 3),
    _f(
        "fir_number",
        "fir_number",
        "fir number|fir no|case number|case no|ps case no|এফআইআর নং|এফআইআর নম্বর|মামলা নং|एफआईआर संख्या|एफआईआर नंबर",
        3,
    ),
    _f(
        "fir_date",
        "date",
        "fir date|date of fir|fir registered on|এফআইআর তারিখ|এফআইআরের তারিখ|एफआईआर की तारीख|एफआईआर तारीख",
        2,
    ),
    _f(
        "area",
        "choice",
        "source area destination area|sa da|source destination|area|side|সোর্স ডেস্টিনেশন|উৎস গন্তব্য|स्रोत गंतव्य",
    ),
    _f(
        "diary_number",
        "text",
        "general diary number|gd number|gd no|gde no|diary number|জিডি নং|জিডি নম্বর|जीडी नंबर|जीडी संख्या",
    ),
    _f(
        "diary_date",
        "date",
        "general diary date|gd date|gde date|diary date|date of gd|জিডি তারিখ|জিডির তারিখ|जीडी तारीख",
    ),
    _f(
        "sections",
        "sections",
        "sections|section|sections of law|under sections|sections of fir|act and section|ধারা|ধারাসমূহ|धारा|धाराएं",
        2,
    ),
    _f(
        "accused",
        "names",
        "accused|name of accused|accused names|accused persons|accused in fir|অভিযুক্ত|অভিযুক্তের নাম|আসামি|अभियुक्त|आरोपी",
    ),
    _f(
        "survivor_codes",
        "codes",
        "survivor codes|survivor code|survivors|survivor ids|survivor id|codes of survivors|linked survivors|সারভাইভার কোড|সারভাইভার|सर्वाइवर कोड|सर्वाइवर",
        2,
    ),
)

INVESTIGATION = (
    _f("fir", "fir", FIR_REFERENCE, 3),
    _f(
        "agency_kind",
        "choice",
        "agency type|type of agency|kind of agency|unit type|সংস্থার ধরন|एजेंसी का प्रकार",
        2,
    ),
    _f(
        "agency",
        "text",
        "agency|investigating agency|name of agency|investigated by|unit|with whom|সংস্থা|তদন্তকারী সংস্থা|एजेंसी|जांच एजेंसी",
        3,
    ),
    _f(
        "requested",
        "date",
        "request letter date|letter date|date of letter|date of request|requested on|transfer requested on|অনুরোধ পত্রের তারিখ|চিঠির তারিখ|पत्र की तारीख",
    ),
    _f(
        "ordered",
        "date",
        "transfer order date|order date|date of order|transfer ordered on|আদেশের তারিখ|বদলির আদেশ|आदेश की तारीख",
    ),
    _f(
        "received",
        "date",
        "papers received on|papers received|received on|date papers received|date of receipt|papers receipt date|কাগজ পাওয়ার তারিখ|কাগজ পেয়েছে|कागज़ मिलने की तारीख|प्राप्ति की तारीख",
        2,
    ),
    _f("starts", "date", "from|start date|from date|since|শুরু|থেকে|से", 1),
    _f("ends", "date", "to|end date|to date|till|until|শেষ|পর্যন্ত|तक", 1),
)

CHARGE_SHEET = (
    _f("fir", "fir", FIR_REFERENCE, 3),
    _f(
        "number",
        "text",
        "charge sheet number|charge sheet no|চার্জশিট নং|चार्जशीट संख्या|आरोप पत्र संख्या",
        3,
    ),
    _f(
        "filed",
        "date",
        "charge sheet date|date of charge sheet|charge sheet filed on|filed on|চার্জশিটের তারিখ|चार्जशीट की तारीख",
        2,
    ),
    _f(
        "accused",
        "names",
        "accused in charge sheet|accused|accused named in charge sheet|charge sheeted accused|চার্জশিটে অভিযুক্ত|অভিযুক্ত|आरोपी|अभियुक्त",
    ),
    _f(
        "sections",
        "sections",
        "sections in charge sheet|sections|section|charge sheet sections|চার্জশিটের ধারা|ধারা|धारा|धाराएं",
    ),
)

CORRECTION = (
    _f(
        "number",
        "text",
        "procedural correction number|procedural correction no|number|petition number|petition no|পিসি নং|আবেদন নং|याचिका संख्या",
        1,
    ),
    _f(
        "of",
        "choice",
        "procedural correction of|correction of|what is corrected|of what|against what|কিসের সংশোধন|किसका सुधार",
        2,
    ),
    _f("fir", "fir", FIR_REFERENCE, 2),
    _f(
        "reason",
        "choice",
        "why procedural correction|why|reason|ground|grounds|lapse|reason for correction|কারণ|কেন|कारण",
        2,
    ),
    _f(
        "forum",
        "choice",
        "forum|court|court forum|filed before|filed in|where filed|authority|ফোরাম|আদালত|কোথায়|मंच|न्यायालय",
        2,
    ),
    _f(
        "filed",
        "date",
        "filed on|date of filing|filing date|date filed|application date|দাখিলের তারিখ|আবেদনের তারিখ|दाखिल करने की तारीख|दायर",
        2,
    ),
    _f(
        "decided",
        "date",
        "decided on|date of decision|decision date|order date|disposed on|concluded on|সিদ্ধান্তের তারিখ|নিষ্পত্তির তারিখ|निर्णय की तारीख",
        2,
    ),
    _f("result", "choice", "result|outcome|status|decision|order|ফলাফল|ফল|परिणाम|नतीजा", 2),
)

COMPENSATION = (
    _f(
        "number",
        "text",
        "compensation number|compensation no|claim number|claim no|application number|application no|ক্ষতিপূরণ নং|আবেদন নং|दावा संख्या",
    ),
    _f("survivor_code", "code", CODE, 3),
    _f(
        "filed_at",
        "text",
        "applied at|filed at|authority|applied to|where applied|application to|কোথায় আবেদন|কর্তৃপক্ষ|कहां आवेदन|प्राधिकरण",
    ),
    _f(
        "filed",
        "date",
        "date of application|application date|applied on|date applied|filed on|filing date|date of filing|আবেদনের তারিখ|आवेदन की तारीख",
        2,
    ),
    _f(
        "asked",
        "money",
        "amount claimed|claimed amount|claimed|amount asked|amount prayed|claim amount|দাবির পরিমাণ|দাবি করা টাকা|दावा राशि|मांगी गई राशि",
        2,
    ),
    _f("drafted_by", "choice", "drafted by|prepared by|draft by|খসড়া করেছেন|খসড়া|मसौदा"),
    _f(
        "signed_by",
        "choice",
        "filed by signed|signed by|filed by|lawyer type|filed through|signatory|স্বাক্ষর করেছেন|দাখিল করেছেন|हस्ताक्षर",
        2,
    ),
    _f(
        "ordered",
        "date",
        "order date|date of order|award date|ordered on|date of award|আদেশের তারিখ|आदेश की तारीख",
        2,
    ),
    _f(
        "result",
        "choice",
        "order result|result|status|decision of authority|order status|আদেশের ফল|ফলাফল|ফল|आदेश का परिणाम|परिणाम",
        2,
    ),
    _f(
        "awarded",
        "money",
        "amount awarded|awarded amount|award amount|awarded|ordered amount|amount ordered|sanctioned amount|মঞ্জুর টাকা|মঞ্জুর পরিমাণ|মঞ্জুর|स्वीकृत राशि|दी गई राशि",
        3,
    ),
    _f(
        "decision",
        "choice",
        "survivor decision|survivors decision|her decision|her answer|accepted or not|decision of survivor|সারভাইভারের সিদ্ধান্ত|তাঁর সিদ্ধান্ত|सर्वाइवर का निर्णय",
    ),
    _f(
        "appeal_ordered",
        "date",
        "appeal order date slsa|appeal order date|slsa order date|date of appeal order|appellate order date|আপিলের আদেশের তারিখ|अपील आदेश की तारीख",
    ),
    _f(
        "appeal_awarded",
        "money",
        "amount after appeal|appeal amount|enhanced amount|slsa amount|amount on appeal|আপিলের পরে টাকা|আপিলের পর মঞ্জুর|अपील के बाद राशि",
    ),
    _f(
        "credit_on",
        "date",
        "received in bank date|bank received date|date received in bank|credited on|credit date|date of credit|date of receipt|payment date|paid on|ব্যাঙ্কে পাওয়ার তারিখ|ব্যাঙ্কে জমার তারিখ|बैंक में मिलने की तारीख",
        2,
        "credits",
    ),
    _f(
        "credit_amount",
        "money",
        "received in bank amount|bank received amount|amount received in bank|credited amount|amount credited|amount received|received amount|paid amount|amount paid|ব্যাঙ্কে পাওয়া টাকা|ব্যাঙ্কে জমা টাকা|बैंक में मिली राशि|मिली राशि",
        2,
        "credits",
    ),
)

LEGAL_AID = (
    _f("survivor_code", "code", CODE, 3),
    _f(
        "requested",
        "date",
        "requested on|date of request|request date|application date|applied on|আবেদনের তারিখ|অনুরোধের তারিখ|आवेदन की तारीख",
        2,
    ),
    _f("authority", "text", "authority|legal services authority|applied to|কর্তৃপক্ষ|प्राधिकरण"),
    _f(
        "assigned",
        "date",
        "assigned on|date of assignment|appointment date|date of appointment|appointed on|allotted on|নিয়োগের তারিখ|नियुक्ति की तारीख",
        2,
    ),
    _f(
        "lawyer",
        "name",
        "lawyer|name of lawyer|lawyer name|advocate|advocate name|উকিল|উকিলের নাম|আইনজীবী|वकील|अधिवक्ता",
        3,
    ),
    _f(
        "lawyer_kind",
        "choice",
        "lawyer type|type of lawyer|kind of lawyer|category of lawyer|উকিলের ধরন|वकील का प्रकार",
        3,
    ),
    _f("starts", "date", "from|start date|from date|since|শুরু|থেকে|से"),
    _f("ends", "date", "to|end date|to date|till|until|শেষ|পর্যন্ত|तक"),
)

HEARINGS = (
    _f("fir", "fir", FIR_REFERENCE, 3),
    _f(
        "on",
        "date",
        "hearing date|date of hearing|date|court date|শুনানির তারিখ|তারিখ|सुनवाई की तारीख|तारीख",
        3,
    ),
    _f("court", "text", "court|name of court|আদালত|কোর্ট|न्यायालय|अदालत", 2),
    _f(
        "outcome",
        "choice",
        "outcome|what happened|result|proceedings|stage|purpose|কী হল|ফলাফল|क्या हुआ|परिणाम",
        2,
    ),
    _f(
        "next",
        "plan",
        "next date|next hearing date|next date of hearing|পরবর্তী তারিখ|পরের তারিখ|अगली तारीख",
        3,
    ),
)

MEETINGS = (
    _f("on", "date", "date|meeting date|date of meeting|তারিখ|বৈঠকের তারিখ|तारीख|बैठक की तारीख", 2),
    _f(
        "level",
        "choice",
        "level|meeting level|type of meeting|with which office|স্তর|বৈঠকের স্তর|स्तर",
        3,
    ),
    _f("place", "text", "place|venue|location|block|স্থান|জায়গা|स्थान"),
    _f(
        "with_whom",
        "text",
        "with whom|met with|official|officials met|whom|কার সঙ্গে|কাদের সঙ্গে|किसके साथ",
        2,
    ),
    _f(
        "survivor_codes",
        "codes",
        "survivors present|survivors attended|participants|survivor codes|survivor participants|present|উপস্থিত সারভাইভার|উপস্থিত|उपस्थित सर्वाइवर",
        2,
    ),
    _f("days", "number", "days|number of days|no of days|duration|দিন|কত দিন|दिन"),
    _f("demand", "text", "demand|demands|issue raised|issues|দাবি|मांग", 2),
    _f("promise", "text", "promise|commitment|promised|promises|প্রতিশ্রুতি|वादा", 2),
    _f(
        "due",
        "plan",
        "promised by|promise due|due date|due on|by when|promised by date|commitment date|কবের মধ্যে|প্রতিশ্রুতির তারিখ|कब तक",
    ),
    _f(
        "kept",
        "date",
        "kept on|fulfilled on|done on|date kept|completed on|পূরণের তারিখ|রক্ষার তারিখ|पूरा हुआ",
    ),
)

DIARY = (
    _f("on", "date", "date|date of contact|contact date|visit date|তারিখ|যোগাযোগের তারিখ|तारीख", 2),
    _f(
        "worker", "text", "social worker|worker|name of worker|case worker|সমাজকর্মী|কর্মী|कार्यकर्ता", 2
    ),
    _f("survivor_code", "code", CODE, 3),
    _f("mode", "choice", "mode|mode of contact|mode of meeting|how|যোগাযোগের মাধ্যম|মাধ্যম|माध्यम", 3),
    _f("about", "choice", "about|purpose|subject|regarding|issue|বিষয়|উদ্দেশ্য|विषय", 2),
    NOTE,
)

KINDS: dict[str, tuple[Field, ...]] = {
    "survivors": SURVIVORS,
    "fir": FIR,
    "investigation": INVESTIGATION,
    "charge_sheet": CHARGE_SHEET,
    "correction": CORRECTION,
    "compensation": COMPENSATION,
    "legal_aid": LEGAL_AID,
    "hearings": HEARINGS,
    "meetings": MEETINGS,
    "diary": DIARY,
}

SHEET_NAMES: dict[str, tuple[str, ...]] = {
    "survivors": (
        "survivors",
        "survivor register",
        "survivor list",
        "survivor profile",
        "survivor master",
        "সারভাইভার",
        "সারভাইভার তালিকা",
        "सर्वाइवर",
    ),
    "fir": ("fir", "fir register", "first information report", "এফআইআর", "एफआईआर"),
    "investigation": (
        "investigation",
        "investigations",
        "transfer register",
        "ahtu transfer",
        "তদন্ত",
        "जांच",
    ),
    "charge_sheet": ("charge sheet", "chargesheet", "charge sheets", "চার্জশিট", "चार्जशीट"),
    "correction": (
        "procedural correction",
        "procedural corrections",
        "corrections",
        "সংশোধন",
        "প্রক্রিয়াগত সংশোধন",
        "सुधार",
    ),
    "compensation": (
        "victim compensation",
        "compensation",
        "compensation register",
        "ক্ষতিপূরণ",
        "मुआवज़ा",
        "मुआवजा",
    ),
    "legal_aid": (
        "legal aid",
        "lawyers",
        "legal aid register",
        "lawyer register",
        "আইনি সহায়তা",
        "লিগ্যাল এইড",
        "कानूनी सहायता",
    ),
    "hearings": (
        "hearings",
        "hearing",
        "court dates",
        "court diary",
        "court hearing",
        "শুনানি",
        "सुनवाई",
    ),
    "meetings": (
        "meetings",
        "meeting",
        "advocacy",
        "meeting register",
        "official meetings",
        "বৈঠক",
        "সভা",
        "बैठक",
    ),
    "diary": (
        "diary",
        "contacts",
        "contact register",
        "visits",
        "worker diary",
        "field visit",
        "ডায়েরি",
        "যোগাযোগ",
        "डायरी",
    ),
}
ABBREVIATIONS: dict[str, str] = {
    "dt": "date", "dtd": "date", "no": "number", "nos": "number", "num": "number", "nr": "number",
    "recd": "received", "rcvd": "received", "rec": "received", "amt": "amount", "awd": "awarded",
    "svr": "survivor", "surv": "survivor", "svrs": "survivors", "ps": "police station",
    "cs": "charge sheet", "chargesheet": "charge sheet", "vc": "compensation", "pc": "procedural correction",
    "la": "legal aid", "dob": "date of birth", "sw": "social worker", "gp": "gram panchayat",
    "mob": "mobile", "ph": "phone", "tel": "phone", "inv": "investigation", "us": "sections", "sec": "sections",
    "secs": "sections", "appl": "application", "app": "application", "apptd": "appointed",
    "adv": "advocate", "govt": "government", "doi": "date of intake", "dor": "date of rescue",
    "hrg": "hearing", "nxt": "next", "addr": "address", "vill": "village", "fname": "father name",
    "gd": "general diary", "gde": "general diary", "io": "officer", "agy": "agency", "agcy": "agency",
    "reqd": "requested", "req": "request", "ltr": "letter", "ord": "order", "fr": "from",
    "acc": "accused", "collv": "collective", "coll": "collective", "attd": "attended", "mtg": "meeting",
    "sett": "settled", "comp": "compensation", "stat": "status", "typ": "type", "nm": "name",
    "trfkg": "trafficking", "traf": "trafficking", "resc": "rescue", "dest": "destination",
    "trafficked": "trafficking", "th": "police station", "pstn": "police station", "surv.": "survivor",
}  # fmt: skip
