"""What offices call the columns of their registers of compensation and legal aid."""

from tafteesh.interfaces.imports.vocabulary.field import named
from tafteesh.interfaces.imports.vocabulary.people import WHO

COMPENSATION = (
    named("number", "text",
          "compensation number|compensation no|claim number|claim no|application number|"
          "application no|ক্ষতিপূরণ নং|আবেদন নং|दावा संख्या|case number|reference number|"
          "petition number|number"),
    named("survivor_code", "code",
          "survivor code|survivor id|survivor no|code|id|case id|file no|file number|unique id|"
          "tafteesh id|survivor|survivor name or code|সারভাইভার কোড|সারভাইভার আইডি|কোড|ফাইল নং|"
          "ফাইল নম্বর|सर्वाइवर कोड|कोड|फ़ाइल संख्या|फाइल नंबर|survivor reference no|"
          "reference no|registration no|registration number|client code|beneficiary code|"
          "beneficiary id|member id|programme id|id no|unique id no|file id|case code", 3),
    named("filed_at", "text",
          "applied at|filed at|authority|applied to|where applied|application to|কোথায় আবেদন|"
          "কর্তৃপক্ষ|कहां आवेदन|प्राधिकरण|before authority|filed before|authority applied to|"
          "office|legal services authority|where filed|name of authority|application at|at"),
    named("filed", "date",
          "date of application|application date|applied on|date applied|filed on|filing date|"
          "date of filing|আবেদনের তারিখ|आवेदन की तारीख|date of claim|claim date|claimed on|"
          "submitted on|petition date|date|date filed|application filed on", 2),
    named("asked", "money",
          "amount claimed|claimed amount|claimed|amount asked|amount prayed|claim amount|"
          "দাবির পরিমাণ|দাবি করা টাকা|दावा राशि|मांगी गई राशि|amount prayed for|amount sought|"
          "relief sought|prayer amount|sum claimed|amount applied for|application amount|"
          "amount demanded", 2),
    named("drafted_by", "choice",
          "drafted by|prepared by|draft by|খসড়া করেছেন|খসড়া|मसौदा|who drafted|drafting by|"
          "application drafted by|written by|draft prepared by"),
    named("signed_by", "choice",
          "filed by signed|signed by|filed by|lawyer type|filed through|signatory|"
          "স্বাক্ষর করেছেন|দাখিল করেছেন|हस्ताक्षर|filed and signed by|signed and filed by|"
          "who signed|filed by whom|lawyer who signed|who filed|through whom filed", 2),
    named("ordered", "date",
          "order date|date of order|award date|ordered on|date of award|আদেশের তারিখ|"
          "आदेश की तारीख|award order date|date awarded|order|date of award order|award dated|"
          "order passed on", 2),
    named("result", "choice",
          "order result|result|status|decision of authority|order status|আদেশের ফল|ফলাফল|ফল|"
          "आदेश का परिणाम|परिणाम|status of award|award status|outcome of order|outcome|"
          "what was ordered|present status|result of application", 2),
    named("awarded", "money",
          "amount awarded|awarded amount|award amount|awarded|ordered amount|amount ordered|"
          "sanctioned amount|মঞ্জুর টাকা|মঞ্জুর পরিমাণ|মঞ্জুর|स्वीकृत राशि|दी गई राशि|award|"
          "sum awarded|amount of award|award of amount|compensation awarded|amount granted|"
          "granted amount|amount sanctioned|order amount|compensation amount", 3),
    named("decision", "choice",
          "survivor decision|survivors decision|her decision|her answer|accepted or not|"
          "decision of survivor|সারভাইভারের সিদ্ধান্ত|তাঁর সিদ্ধান্ত|सर्वाइवर का निर्णय|"
          "whether she accepted|survivor answer|response of survivor|accepted or challenged|"
          "survivor response|survivor consent|whether accepted|does she accept"),
    named("appeal_ordered", "date",
          "appeal order date slsa|appeal order date|slsa order date|date of appeal order|"
          "appellate order date|আপিলের আদেশের তারিখ|अपील आदेश की तारीख|appeal date|"
          "date of enhancement|enhancement order date|date of order in appeal|"
          "slsa appeal order date|appeal decided on"),
    named("appeal_awarded", "money",
          "amount after appeal|appeal amount|enhanced amount|slsa amount|amount on appeal|"
          "আপিলের পরে টাকা|আপিলের পর মঞ্জুর|अपील के बाद राशि|enhanced to amount|enhanced|"
          "slsa appeal amount|appellate amount|amount enhanced|enhancement amount|"
          "award in appeal|revised amount"),
    named("credit_on", "date",
          "received in bank date|bank received date|date received in bank|credited on|"
          "credit date|date of credit|date of receipt|payment date|paid on|"
          "ব্যাঙ্কে পাওয়ার তারিখ|ব্যাঙ্কে জমার তারিখ|बैंक में मिलने की तारीख|"
          "instalment credited on|instalment date|bank credit date|credited date|"
          "money received on|date of payment|transfer date|disbursed on|disbursement date|"
          "date of deposit|deposited on|received on|payment received on", 2, "credits"),
    named("credit_amount", "money",
          "received in bank amount|bank received amount|amount received in bank|"
          "credited amount|amount credited|amount received|received amount|paid amount|"
          "amount paid|ব্যাঙ্কে পাওয়া টাকা|ব্যাঙ্কে জমা টাকা|बैंक में मिली राशि|मिली राशि|"
          "instalment amount|bank credit amount|amount paid into bank|money received|"
          "sum received|disbursed amount|amount disbursed|amount deposited|payment amount|"
          "deposit amount|instalment", 2, "credits"),
    *WHO,
)  # fmt: skip

LEGAL_AID = (
    named("survivor_code", "code",
          "survivor code|survivor id|survivor no|code|id|case id|file no|file number|unique id|"
          "tafteesh id|survivor|survivor name or code|সারভাইভার কোড|সারভাইভার আইডি|কোড|ফাইল নং|"
          "ফাইল নম্বর|सर्वाइवर कोड|कोड|फ़ाइल संख्या|फाइल नंबर|survivor reference no|"
          "reference no|registration no|registration number|client code|beneficiary code|"
          "beneficiary id|member id|programme id|id no|unique id no|file id|case code", 3),
    named("requested", "date",
          "requested on|date of request|request date|application date|applied on|আবেদনের তারিখ|"
          "অনুরোধের তারিখ|आवेदन की तारीख|request made on|asked on|application made on|"
          "date of application", 2),
    named("authority", "text",
          "authority|legal services authority|applied to|কর্তৃপক্ষ|प्राधिकरण|"
          "legal aid authority|applied at|office|institution|legal services office|asked of"),
    named("assigned", "date",
          "assigned on|date of assignment|appointment date|date of appointment|appointed on|"
          "allotted on|নিয়োগের তারিখ|नियुक्ति की तारीख|assigned|lawyer assigned on|"
          "lawyer given on|engaged on|date of engagement|appointment order date", 2),
    named("lawyer", "name",
          "lawyer|name of lawyer|lawyer name|advocate|advocate name|উকিল|উকিলের নাম|আইনজীবী|"
          "वकील|अधिवक्ता|lawyer assigned|counsel|counsel name|name of counsel|"
          "advocate in charge", 3),
    named("lawyer_kind", "choice",
          "lawyer type|type of lawyer|kind of lawyer|category of lawyer|উকিলের ধরন|"
          "वकील का प्रकार|advocate from|advocate type|type of advocate|lawyer from|"
          "panel or private|who pays|source of lawyer|lawyer category|whose lawyer", 3),
    named("starts", "date",
          "from|start date|from date|since|শুরু|থেকে|से|period from|acting since|acting from|"
          "representing since|starting|began on|with effect from"),
    named("ends", "date",
          "to|end date|to date|till|until|শেষ|পর্যন্ত|तक|period to|acting until|acting to|"
          "representing until|upto|up to|ended on"),
    *WHO,
)  # fmt: skip
