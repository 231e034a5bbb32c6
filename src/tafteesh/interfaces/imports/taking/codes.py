"""Which code the words of a cell stand for: in English, Bengali and Hindi, as offices write them."""

from typing import TypeVar

from tafteesh.foundation.kernel.digits import folded

Code = TypeVar("Code")


def _words(meanings: dict[Code, str]) -> dict[str, Code]:
    """Every way of writing, folded, with the code that it stands for."""
    return {folded(word): code for code, ways in meanings.items() for word in ways.split("|")}


FILE_STATUS = _words({
    "active": "active|open|running|ongoing|current|সক্রিয়|চলছে|চালু|सक्रिय|चालू",
    "tentative": "tentative|সম্ভাব্য",
    "dropped_out":
        "dropped out|dropped|drop out|left|discontinued|inactive|ছেড়ে গেছেন|"
        "ছেড়ে দিয়েছেন|বাদ পড়েছেন|छोड़ दिया",
    "closed": "closed|completed|exited|বন্ধ|সমাপ্ত|बंद",
    "not_known": "not known",
})  # fmt: skip
CASE_KINDS = _words({
    ("trafficking", ""):
        "trafficking|human trafficking|sex trafficking|labour trafficking|পাচার|"
        "মানব পাচার|तस्करी|मानव तस्करी",
    ("violence", "domestic"): "domestic violence|domestic|dv|গার্হস্থ্য হিংসা|পারিবারিক হিংসা|घरेलू हिंसा",
    ("violence", "child_marriage"): "child marriage|বাল্যবিবাহ|বাল্য বিবাহ|बाल विवाह",
    ("violence", "sexual"):
        "sexual assault|sexual|sexual violence|rape|যৌন নির্যাতন|যৌন হেনস্থা|"
        "যৌন নিগ্রহ|यौन हिंसा|यौन उत्पीड़न",
    ("violence", "other"): "other violence|other|other gbv|gbv|gender based violence|অন্যান্য",
})  # fmt: skip
GENDERS = _words({
    "woman": "female|woman|girl|f|w|women|মহিলা|নারী|মেয়ে|স্ত্রী|महिला|स्त्री|लड़की",
    "man": "male|man|boy|m|পুরুষ|ছেলে|पुरुष|लड़का",
    "transgender": "transgender|trans|রূপান্তরকামী|তৃতীয় লিঙ্গ|ট্রান্সজেন্ডার|ट्रांसजेंडर",
    "other": "other",
})  # fmt: skip
AREAS = _words({
    "source": "source|sa|source area|s|src|উৎস|উৎস এলাকা|সোর্স|स्रोत",
    "destination": "destination|da|destination area|d|dest|গন্তব্য|গন্তব্য এলাকা|ডেস্টিনেশন|गंतव्य",
    "transit": "transit",
})  # fmt: skip
AGENCIES = _words({
    "police_station": "police station|ps|thana|police|local police|থানা|পুলিশ|পুলিশ স্টেশন|थाना",
    "ahtu": "ahtu|anti human trafficking unit|district ahtu|এএইচটিইউ|এ এইচ টি ইউ|एएचटीयू",
    "cid": "cid|cid ahtu|cid west bengal|সিআইডি|সি আই ডি|सीआईडी",
    "other": "other",
})  # fmt: skip
CORRECTION_OF = _words({
    "fir": "fir|এফআইআর|एफआईआर",
    "investigation": "investigation|inv|তদন্ত|जांच",
    "charge_sheet": "charge sheet|chargesheet|cs|চার্জশিট|चार्जशीट",
    "order": "order|আদেশ",
})  # fmt: skip
REASONS = _words({
    "diary_not_fir": "diary entry not registered as fir|diary not fir",
    "fir_not_registered": "fir not registered|এফআইআর হয়নি|এফআইআর নথিভুক্ত হয়নি|এফআইআর নেওয়া হয়নি",
    "copy_not_given": "fir copy not given|copy not given",
    "trafficking_section":
        "trafficking section missing|trafficking section|পাচারের ধারা নেই|"
        "পাচারের ধারা বাদ",
    "pocso_section": "pocso section missing|pocso section|পকসো ধারা নেই|পকসো ধারা বাদ",
    "accused_left_out": "accused left out|অভিযুক্ত বাদ|অভিযুক্ত বাদ পড়েছে",
    "no_interstate": "no inter state investigation",
    "not_sent_to_ahtu": "not sent to ahtu|এএইচটিইউতে পাঠানো হয়নি",
    "statement_late": "statement late",
    "age_not_verified": "age not verified",
    "not_arrested": "accused not arrested|not arrested",
    "bail_not_opposed": "bail not opposed",
    "charge_sheet_late": "charge sheet late|চার্জশিটে দেরি",
    "accused_dropped": "accused dropped in charge sheet|accused dropped|চার্জশিটে অভিযুক্ত বাদ",
    "sections_dropped": "sections dropped in charge sheet|sections dropped",
    "final_report": "final report",
    "summons": "summons",
    "legal_aid": "legal aid",
    "compensation": "compensation",
    "identity_disclosed": "identity disclosed",
    "false_case": "false case",
})  # fmt: skip
FORUMS = _words({
    "police_letter": "police letter|letter to police",
    "sp": "sp|superintendent of police|এসপি|পুলিশ সুপার",
    "magistrate": "magistrate|acjm|ম্যাজিস্ট্রেট|मजिस्ट्रेट",
    "sessions": "sessions|sessions court|sessions judge|দায়রা আদালত|সেশনস কোর্ট",
    "special": "special|special court",
    "dlsa": "dlsa",
    "slsa": "slsa",
    "high_court": "high court|hc|হাইকোর্ট|হাই কোর্ট|उच्च न्यायालय",
    "supreme_court": "supreme court|সুপ্রিম কোর্ট",
    "commission": "commission",
    "rti": "rti|আরটিআই",
    "other": "dm",
})  # fmt: skip
RESULTS = _words({
    "allowed": "allowed|success|granted|মঞ্জুর|গৃহীত|स्वीकृत|मंजूर",
    "partly": "partly allowed|partly|part allowed|আংশিক মঞ্জুর",
    "rejected": "rejected|dismissed|refused|খারিজ|নামঞ্জুর|বাতিল|खारिज",
    "withdrawn": "withdrawn|প্রত্যাহার",
    "no_reply": "no reply|উত্তর নেই",
    "pending": "awaiting|pending|not yet|waiting|অপেক্ষায়|অপেক্ষমাণ|বিচারাধীন|लंबित",
})  # fmt: skip
LAWYER_KINDS = _words({
    "panel":
        "legal aid panel lawyer|legal aid|panel|panel lawyer|legal aid lawyer|"
        "legal aid advocate|panel advocate|dlsa panel|dlsa panel lawyer|la panel|"
        "লিগ্যাল এইড|আইনি সহায়তা|লিগ্যাল এইড প্যানেল উকিল|লিগ্যাল এইড প্যানেল আইনজীবী|"
        "প্যানেল আইনজীবী|প্যানেল উকিল|আইনি সহায়তা প্যানেল আইনজীবী|पैनल वकील",
    "programme":
        "programme lawyer|programme|programme advocate|project lawyer|ngo lawyer|"
        "প্রকল্পের উকিল|প্রকল্পের আইনজীবী|প্রোগ্রাম|প্রোগ্রামের উকিল|"
        "প্রোগ্রামের আইনজীবী|প্রকল্প|কর্মসূচি|কর্মসূচির আইনজীবী|कार्यक्रम वकील",
    "private_paid_by_her":
        "private lawyer|private|private paid by her|private lawyer paid by her|"
        "private advocate|ব্যক্তিগত উকিল|ব্যক্তিগত আইনজীবী|বেসরকারি আইনজীবী|निजी वकील",
    "private_paid_by_us":
        "private paid by us|private paid by programme|private lawyer paid by programme|"
        "private lawyer paid by the programme",
    "prosecutor": "public prosecutor|prosecutor|pp|সরকারি কৌঁসুলি|সরকারি উকিল",
})  # fmt: skip
CLAIM_RESULTS = _words({
    "awarded": "awarded|ordered|granted|allowed|award|sanctioned|মঞ্জুর|প্রদত্ত|स्वीकृत|मंजूर",
    "rejected": "rejected|dismissed|refused|খারিজ|নামঞ্জুর|বাতিল|खारिज",
    "awaiting":
        "awaiting|pending|waiting|not yet|not decided|অপেক্ষায়|অপেক্ষমাণ|বিচারাধীন|"
        "लंबित",
})  # fmt: skip
DECISIONS = _words({
    "accepts": "accepted|accepts|accept|yes|গ্রহণ|গ্রহণ করেছেন|মেনে নিয়েছেন|গৃহীত|स्वीकार",
    "challenges":
        "refused|challenged|challenges|appealed|appeal|challenge|not accepted|"
        "চ্যালেঞ্জ|চ্যালেঞ্জ করেছেন|আপিল|আপিল করেছেন|अपील",
})  # fmt: skip
LEVELS = _words({
    "gp":
        "gp|gram panchayat|pri|panchayat|গ্রাম পঞ্চায়েত|পঞ্চায়েত|জিপি|पंचायत|"
        "ग्राम पंचायत",
    "bdo": "bdo|block|block development officer|ব্লক|বিডিও|बीडीओ",
    "police_station": "police station|ps|thana|থানা",
    "ahtu": "ahtu|এএইচটিইউ",
    "cid": "cid|cid ahtu|সিআইডি",
    "sp": "sp|superintendent of police|এসপি",
    "dlsa": "dlsa|ডিএলএসএ",
    "slsa": "slsa|এসএলএসএ",
    "dm": "dm|district magistrate|ডিএম|জেলাশাসক|জেলা শাসক|डीएम|जिलाधिकारी",
    "state": "state|রাজ্য",
    "ilfat": "ilfat|ইলফাট|ইলফ্যাট|আইএলএফএটি",
    "iwg": "iwg|আইডব্লিউজি",
    "national": "national|জাতীয়",
    "partner":
        "partner ngo|partner|partner organisation|partner ngos|exchange with partner|"
        "সহযোগী সংস্থা|পার্টনার এনজিও|সহযোগী এনজিও|পার্টনার",
    "collective": "collective|কালেক্টিভ",
})  # fmt: skip
MODES = _words({
    "visit":
        "visit|home visit|hv|field visit|পরিদর্শন|বাড়ি পরিদর্শন|বাড়িতে দেখা|"
        "গৃহ পরিদর্শন|ভিজিট|दौरा",
    "office": "office|office visit|অফিস|অফিসে|कार्यालय",
    "phone": "phone|call|telephone|ফোন|ফোনে|फोन|फ़ोन",
    "online": "online|অনলাইন",
    "accompanied": "accompanied|সঙ্গে যাওয়া",
})  # fmt: skip
ABOUT = _words({
    "correction": "pc|correction|পিসি",
    "compensation": "vc|compensation|ক্ষতিপূরণ|मुआवजा",
    "rehabilitation": "rehab|rehabilitation|পুনর্বাসন|पुनर्वास",
    "review": "cit|review|সিআইটি",
    "court": "court|আদালত|কোর্ট|अदालत",
    "police": "police|fir|investigation|পুলিশ",
    "legal_aid": "legal aid|আইনি সহায়তা",
    "safety": "safety|নিরাপত্তা",
    "health": "health|স্বাস্থ্য",
})  # fmt: skip
OUTCOMES = _words({
    ("heard", "", ""): "heard|শুনানি হয়েছে|sunwai|सुनवाई हुई",
    ("heard", "", "evidence"): "evidence recorded|evidence|সাক্ষ্য গ্রহণ|সাক্ষ্য নেওয়া হয়েছে",
    ("order", "", "charge"): "charge framed|চার্জ গঠন",
    ("heard", "", "argument"): "argument|সওয়াল",
    ("order", "", "judgment"): "judgment|রায়",
    ("adjourned", "", ""): "adjourned|মুলতুবি|स्थगित",
    ("adjourned", "witness_absent", ""): "adjourned: witness absent|মুলতুবি: সাক্ষী অনুপস্থিত",
    ("adjourned", "judge_absent", ""): "adjourned: judge absent|মুলতুবি: বিচারক অনুপস্থিত",
    ("not_reached", "", ""): "not reached",
    ("judge_absent", "judge_absent", ""): "judge absent",
    ("order", "", ""): "order",
    ("order", "", "bail"): "bail",
})  # fmt: skip
