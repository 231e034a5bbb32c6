"""What offices call the sheets of their workbooks."""

_CALLED = {
    "survivors": (
        "survivors|survivor register|survivor list|survivor profile|survivor master|"
        "সারভাইভার|সারভাইভার তালিকা|सर्वाइवर|list of survivors|master list|beneficiaries|"
        "survivor database|master"
    ),
    "fir": (
        "fir|fir register|first information report|এফআইআর|एफआईआर|police case|police cases|"
        "fir details|list of fir|cases"
    ),
    "investigation": (
        "investigation|investigations|transfer register|ahtu transfer|তদন্ত|जांच|transfer|"
        "agency|investigating agency|transfers"
    ),
    "charge_sheet": (
        "charge sheet|chargesheet|charge sheets|চার্জশিট|चार्जशीट|charge sheet details|"
        "list of charge sheets"
    ),
    "correction": (
        "procedural correction|procedural corrections|corrections|সংশোধন|প্রক্রিয়াগত সংশোধন|"
        "सुधार|petition|petitions|correction petitions"
    ),
    "compensation": (
        "victim compensation|compensation|compensation register|ক্ষতিপূরণ|मुआवज़ा|मुआवजा|"
        "compensation claims|victim compensation scheme|claims|vcs|compensation tracker"
    ),
    "legal_aid": (
        "legal aid|lawyers|legal aid register|lawyer register|আইনি সহায়তা|লিগ্যাল এইড|"
        "कानूनी सहायता|advocates|lawyer|representation|lawyer assignment"
    ),
    "hearings": (
        "hearings|hearing|court dates|court diary|court hearing|শুনানি|सुनवाई|court|courts|"
        "court hearings|trial|trial dates|court tracker"
    ),
    "meetings": (
        "meetings|meeting|advocacy|meeting register|official meetings|বৈঠক|সভা|बैठक|"
        "advocacy meetings|programmes|events|মিটিং|meeting with officials"
    ),
    "diary": (
        "diary|contacts|contact register|visits|worker diary|field visit|ডায়েরি|যোগাযোগ|"
        "डायरी|field|field notes|field diary|follow up|contact diary|home visit"
    ),
}
SHEET_NAMES: dict[str, tuple[str, ...]] = {
    kind: tuple(names.split("|")) for kind, names in _CALLED.items()
}
