"""Single words of headings: abbreviations spelt out, and Bengali and Hindi words in English."""

ABBREVIATIONS: dict[str, str] = {
    "dt": "date", "dtd": "date", "dated": "date", "no": "number", "nos": "number", "num": "number", "nr": "number",
    "recd": "received", "rcvd": "received", "rec": "received", "amt": "amount", "awd": "awarded",
    "rs": "amount", "inr": "amount", "rupees": "amount", "svr": "survivor", "surv": "survivor", "svrs": "survivors",
    "ps": "police station", "cs": "charge sheet", "chargesheet": "charge sheet", "chargesheeted": "charge sheeted",
    "vc": "compensation", "vcs": "compensation", "pc": "procedural correction", "la": "legal aid",
    "dob": "date of birth", "sw": "social worker", "gp": "gram panchayat", "mob": "mobile", "ph": "phone",
    "tel": "phone", "inv": "investigation", "us": "sections", "sec": "sections", "secs": "sections",
    "appl": "application", "app": "application", "apptd": "appointed", "adv": "advocate", "govt": "government",
    "doi": "date of intake", "dor": "date of rescue", "dot": "date of trafficking", "hrg": "hearing",
    "nxt": "next", "addr": "address", "vill": "village", "fname": "father name", "gd": "general diary",
    "gde": "general diary", "io": "officer", "agy": "agency", "agcy": "agency", "reqd": "requested",
    "req": "request", "ltr": "letter", "ord": "order", "fr": "from", "acc": "accused", "collv": "collective",
    "coll": "collective", "attd": "attended", "mtg": "meeting", "sett": "settled", "comp": "compensation",
    "stat": "status", "typ": "type", "nm": "name", "trfkg": "trafficking", "traf": "trafficking",
    "resc": "rescue", "dest": "destination", "th": "police station", "pstn": "police station", "po": "post office",
    "plc": "place", "ct": "court", "crt": "court", "auth": "authority", "lwr": "lawyer", "lwyr": "lawyer", "rmks": "remarks",
    "ref": "reference", "regn": "registration", "regd": "registered", "reg": "registration", "purp": "purpose",
    "blk": "block", "fh": "father husband", "fhn": "father husband name", "beng": "bengali", "ben": "bengali",
    "eng": "english", "inst": "instalment", "installment": "instalment", "instl": "instalment", "asgnd": "assigned",
    "lvl": "level", "outc": "outcome", "dcsn": "decision", "reslt": "result", "prd": "period", "rly": "reply",
    "amnt": "amount", "recvd": "received", "credit": "credited", "crdt": "credited", "cr": "credited",
    "trf": "transfer", "trfd": "transferred", "ahtu": "agency", "dlsa": "authority", "srl": "serial",
    "caseworker": "case worker", "socialworker": "social worker", "firno": "fir number", "psno": "police station",
    "fathers": "father", "husbands": "husband", "names": "name", "dates": "date", "codes": "code", "ids": "id",
    "survivor's": "survivor", "victim": "survivor", "victims": "survivors", "beneficiaries": "beneficiary",
}  # fmt: skip

_TRANSLATED = """
date তারিখ তাং দিনাংক तारीख दिनांक तिथि|number নং নম্বর সংখ্যা नंबर संख्या सं नं|name নাম नाम|code কোড कोड
|survivor সারভাইভার নির্যাতিতা सर्वाइवर पीड़िता|fir এফআইআর एफआईआर|police_station থানা थाना|sections ধারা ধারাসমূহ धारा धाराएं
|accused অভিযুক্ত আসামি अभियुक्त आरोपी|amount টাকা অর্থ পরিমাণ অঙ্ক राशि रकम रुपये|order আদেশ হুকুম आदेश
|application আবেদন আবেদনপত্র দরখাস্ত आवेदन|hearing শুনানি सुनवाई|next পরবর্তী পরের अगली अगला|court আদালত কোর্ট अदालत न्यायालय
|worker কর্মী कार्यकर्ता|social_worker সমাজকর্মী|status অবস্থা স্থিতি स्थिति|present বর্তমান वर्तमान|gender লিঙ্গ लिंग
|birth জন্ম জন্মতারিখ जन्म|village গ্রাম गांव गाँव|gram_panchayat পঞ্চায়েত पंचायत|block ব্লক প্রখণ্ড ब्लॉक प्रखंड
|mobile মোবাইল मोबाइल|phone ফোন টেলিফোন फोन फ़ोन|trafficking পাচার तस्करी|rescue উদ্ধার রেসকিউ बचाव रेस्क्यू
|destination গন্তব্য গন্তব্যস্থল गंतव्य|intake ভর্তি ইনটেক दाखिला|registration নথিভুক্তি নিবন্ধন পঞ্জীকরণ पंजीकरण
|collective কালেক্টিভ সমষ্টি सामूहिक|father পিতা বাবা पिता|husband স্বামী पति|guardian অভিভাবক अभिभावक|bengali বাংলা|english ইংরেজি अंग्रेजी
|hindi हिंदी हिन्दी|type ধরন ধরণ প্রকার प्रकार|incident ঘটনা घटना|case মামলা কেস मामला मामले केस|serial ক্রমিক ক্রম क्रम क्रमांक
|diary ডায়েরি डायरी|general_diary জিডি जीडी|source উৎস সোর্স स्रोत|charge_sheet চার্জশিট অভিযোগপত্র चार्जशीट|investigation তদন্ত তদন্তকারী जांच
|agency সংস্থা এজেন্সি एजेंसी|transfer হস্তান্তর বদলি स्थानांतरण|papers কাগজ কাগজপত্র নথি कागज कागज़|received প্রাপ্তি পাওয়া পেয়েছে মিলল प्राप्ति मिली मिलने
|from শুরু থেকে আরম্ভ से|to শেষ পর্যন্ত সমাপ্তি तक|procedural_correction পিসি সংশোধন सुधार|reason কারণ कारण|forum ফোরাম मंच
|filed দাখিল দায়ের दाखिल दायर|decided নিষ্পত্তি সিদ্ধান্ত निर्णय|result ফল ফলাফল परिणाम नतीजा|compensation ক্ষতিপূরণ मुआवजा मुआवज़ा
|where কোথায় कहां कहाँ|claimed দাবিকৃত দাবি मांगी दावा|drafted খসড়া मसौदा|signed স্বাক্ষর সই हस्ताक्षर|awarded মঞ্জুর মঞ্জুরকৃত स्वीकृत
|appeal আপিল अपील|bank ব্যাঙ্ক ব্যাংক बैंक|credited জমা जमा|after পরে পর बाद|lawyer আইনজীবী উকিল অ্যাডভোকেট वकील अधिवक्ता
|authority কর্তৃপক্ষ प्राधिकरण|assigned নিয়োগ नियुक्ति|letter চিঠি पत्र|request অনুরোধ अनुरोध|outcome হল ফলশ্রুতি|level স্তর পর্যায় स्तर
|place স্থান জায়গা स्थान|days দিন दिन|promise প্রতিশ্রুতি आश्वासन वादा|kept পূরণ রক্ষা पूरा|by_when কবে कब|survivors_present উপস্থিত उपस्थित
|mode মাধ্যম माध्यम|about বিষয় विषय|note মন্তব্য নোট टिप्पणी नोट|meeting বৈঠক সভা মিটিং बैठक|visit পরিদর্শন|address ঠিকানা पता
|instalment কিস্তি किस्त|petition পিটিশন याचिका|purpose উদ্দেশ্য|who কে কার কাদের|how_many কত|with সঙ্গে সাথে साथ
"""
WORDS_IN_ENGLISH: dict[str, str] = {
    other: line.split()[0].replace("_", " ")
    for line in _TRANSLATED.replace("\n", "").split("|")
    for other in line.split()[1:]
}
