"""What offices call the columns of their registers of survivors, meetings and contacts."""

from tafteesh.interfaces.imports.vocabulary.field import named

AGE = named("age", "number", "age|age in years|present age|age at intake|বয়স|आयु|उम्र", 0)
# A woman told by her name where the office gives no code.
WHO = (
    named("survivor_name", "name",
          "name of survivor|survivor name|name|name of the survivor|name of girl|girl name|name of beneficiary|"
          "beneficiary name|client name|সারভাইভারের নাম|নাম|सर्वाइवर का नाम|नाम", 0),
    named("survivor_age", "number", "age|age of survivor|age in years|বয়স|आयु|उम्र", 0),
    named("survivor_block", "text", "block|block name|block of survivor|ব্লক|प्रखंड|ब्लॉक", 0),
    named("survivor_relation", "name",
          "father name|father husband name|husband name|guardian name|father or husband|পিতার নাম|স্বামীর নাম|"
          "পিতা স্বামীর নাম|पिता का नाम|पति का नाम", 0),
)  # fmt: skip

SURVIVORS = (
    named("code", "code",
          "survivor code|survivor id|survivor no|code|id|case id|file no|file number|unique id|"
          "tafteesh id|survivor|survivor name or code|সারভাইভার কোড|সারভাইভার আইডি|কোড|ফাইল নং|"
          "ফাইল নম্বর|सर्वाइवर कोड|कोड|फ़ाइल संख्या|फाइल नंबर|survivor reference no|"
          "reference no|registration no|registration number|client code|beneficiary code|"
          "beneficiary id|member id|programme id|id no|unique id no|file id|case code", 3),
    named("name", "name",
          "name|survivor name|name of survivor|name of the survivor|full name|name used|"
          "name in english|নাম|সারভাইভারের নাম|नाम|सर्वाइवर का नाम|survivor full name|"
          "girl name|name of girl|name of beneficiary|beneficiary name|client name|"
          "name english|name in roman|present name", 3),
    named("name_native", "name",
          "name bengali|name in bengali|bengali name|name hindi|name in hindi|name vernacular|"
          "বাংলা নাম|বাংলায় নাম|নাম বাংলা|नाम हिंदी|name in vernacular|name in own language|"
          "name local language|name own script|name in mother tongue|native name|"
          "vernacular name"),
    named("relation_name", "name",
          "father husband name|father name|fathers name|husband name|guardian name|guardian|"
          "father husband|relation name|parent name|name of father husband|father or husband|"
          "পিতা স্বামীর নাম|বাবা স্বামীর নাম|পিতার নাম|স্বামীর নাম|অভিভাবকের নাম|পিতা স্বামী|"
          "पिता पति का नाम|पिता का नाम|पति का नाम|name of father|name of guardian|"
          "name of husband|parent guardian name|father mother husband name|care of|"
          "father guardian|next of kin|s/o d/o w/o"),
    named("gender", "choice",
          "gender|sex|লিঙ্গ|लिंग"),
    named("born", "date",
          "date of birth|birth date|dob|born|born on|জন্ম তারিখ|জন্মতারিখ|জন্মের তারিখ|"
          "जन्म तिथि|जन्मतिथि|जन्म तारीख|year of birth|age date of birth|birthday", 2),
    AGE,
    named("case_kind", "choice",
          "type of case|case type|kind of case|nature of case|category|type of violence|"
          "কেসের ধরন|মামলার ধরন|ধরন|घटना का प्रकार|मामले का प्रकार|kind of violence|"
          "nature of offence|nature of violence|offence type|crime type"),
    named("village", "text",
          "village|address|village town|gram|গ্রাম|ঠিকানা|गांव|गाँव|पता|"
          "village and post office|village post office|residence|home village|present address|"
          "address village|ward|para|locality"),
    named("gram_panchayat", "text",
          "gram panchayat|panchayat|gp name|name of gp|গ্রাম পঞ্চায়েত|পঞ্চায়েত|ग्राम पंचायत|"
          "पंचायत|name of gram panchayat|anchal"),
    named("block", "text",
          "block|block name|cd block|ব্লক|प्रखंड|ब्लॉक|name of block|"
          "community development block|block municipality"),
    named("police_station", "text",
          "police station|thana|থানা|थाना|home police station|name of police station|"
          "local police station"),
    named("phone", "phone",
          "mobile number|mobile|phone|phone number|contact number|contact no|contact|"
          "মোবাইল নম্বর|মোবাইল|ফোন নম্বর|ফোন|मोबाइल नंबर|मोबाइल|फोन|cell number|cell|"
          "whatsapp number|mobile contact|telephone number|phone mobile"),
    named("taken", "date",
          "date of trafficking|trafficking date|trafficked on|date trafficked|date taken|"
          "taken on|date of incident|incident date|missing date|পাচারের তারিখ|ঘটনার তারিখ|"
          "तस्करी की तारीख|घटना की तारीख|trafficked|when trafficked|date of occurrence|"
          "occurrence date|date of kidnapping|date went missing|missing since|date of missing|"
          "date of being trafficked", 2),
    named("rescued", "date",
          "date of rescue|rescue date|rescued on|return date|date of return|উদ্ধারের তারিখ|"
          "ফেরার তারিখ|बचाव की तारीख|रेस्क्यू की तारीख|rescued|when rescued|date of recovery|"
          "recovery date|recovered on|date of repatriation|came home on|date returned", 2),
    named("destination", "text",
          "destination|destination place|place of destination|trafficked to|taken to|"
          "place of rescue|গন্তব্য|কোথায় পাচার|गंतव्य|place trafficked to|where taken|"
          "where trafficked|destination city|rescued from|place of exploitation"),
    named("intake", "date",
          "date of intake|intake date|intake|joining date|date of joining|date of registration|"
          "registered on|enrolled on|date of enrolment|ভর্তির তারিখ|নথিভুক্তির তারিখ|"
          "যোগদানের তারিখ|पंजीकरण की तारीख|दाखिले की तारीख|registered|date registered|"
          "admitted on|date of admission|programme entry date|joined on|entry date|"
          "date of entry|intake done on|since when with us|enrolled"),
    named("status", "choice",
          "status in tafteesh|status|present status|current status|programme status|"
          "survivor status|অবস্থা|বর্তমান অবস্থা|স্থিতি|स्थिति|status of survivor|"
          "status in programme|programme standing|active or not|position", 2),
    named("worker", "text",
          "social worker|worker|case worker|name of social worker|সমাজকর্মী|কর্মী|"
          "सामाजिक कार्यकर्ता|कार्यकर्ता|caseworker|field worker|assigned worker|"
          "worker in charge|staff name|responsible worker|name of caseworker"),
    named("collective", "text",
          "collective|survivor collective|group|shg|কালেক্টিভ|সমষ্টি|সংগঠন|दल|समूह|"
          "name of collective|collective name|member of collective|survivors group|"
          "leadership group"),
)  # fmt: skip

MEETINGS = (
    named("on", "date",
          "date|meeting date|date of meeting|তারিখ|বৈঠকের তারিখ|तारीख|बैठक की तारीख|"
          "programme date|date of programme|held on|date held|event date|day", 2),
    named("level", "choice",
          "level|meeting level|type of meeting|with which office|স্তর|বৈঠকের স্তর|स्तर|"
          "level of meeting|office level|type|kind of meeting|tier", 3),
    named("place", "text",
          "place|venue|location|block|স্থান|জায়গা|स्थान|where|where held|place of meeting"),
    named("with_whom", "text",
          "with whom|met with|official|officials met|whom|কার সঙ্গে|কাদের সঙ্গে|किसके साथ|with|"
          "officials present|officials|whom met|met whom|office met|attended by officials|"
          "authority met", 2),
    named("survivor_codes", "codes",
          "survivors present|survivors attended|participants|survivor codes|"
          "survivor participants|present|উপস্থিত সারভাইভার|উপস্থিত|उपस्थित सर्वाइवर|"
          "survivors attending|survivors|survivor ids|ids of survivors|who attended|"
          "survivors taking part|attendance|leaders present|survivor leaders present", 2),
    named("days", "number",
          "days|number of days|no of days|duration|দিন|কত দিন|दिन|duration days|how many days|"
          "day count"),
    named("demand", "text",
          "demand|demands|issue raised|issues|দাবি|मांग|demands placed|demand placed|"
          "demand raised|what was demanded|issue|points raised|ask|what was asked", 2),
    named("promise", "text",
          "promise|commitment|promised|promises|প্রতিশ্রুতি|वादा|assurance|assurance given|"
          "promise made|what was promised|promise what|outcome|commitment made", 2),
    named("due", "plan",
          "promised by|promise due|due date|due on|by when|promised by date|commitment date|"
          "কবের মধ্যে|প্রতিশ্রুতির তারিখ|कब तक|assured by|promise date|by which date|deadline|"
          "promise due date|to be done by|time limit|target date"),
    named("kept", "date",
          "kept on|fulfilled on|done on|date kept|completed on|পূরণের তারিখ|রক্ষার তারিখ|"
          "पूरा हुआ|assurance fulfilled on|promise kept on|promise kept date|when kept|done|"
          "complied on|redressed on|fulfilled"),
)  # fmt: skip

DIARY = (
    named("on", "date",
          "date|date of contact|contact date|visit date|তারিখ|যোগাযোগের তারিখ|तारीख|dated|"
          "date of visit|day|entry date|visited on|met on|date of meeting", 2),
    named("worker", "text",
          "social worker|worker|name of worker|case worker|সমাজকর্মী|কর্মী|कार्यकर्ता|staff|"
          "staff name|field worker|visited by|written by|entered by|caseworker", 2),
    named("survivor_code", "code",
          "survivor code|survivor id|survivor no|code|id|case id|file no|file number|unique id|"
          "tafteesh id|survivor|survivor name or code|সারভাইভার কোড|সারভাইভার আইডি|কোড|ফাইল নং|"
          "ফাইল নম্বর|सर्वाइवर कोड|कोड|फ़ाइल संख्या|फाइल नंबर|survivor reference no|"
          "reference no|registration no|registration number|client code|beneficiary code|"
          "beneficiary id|member id|programme id|id no|unique id no|file id|case code", 3),
    named("mode", "choice",
          "mode|mode of contact|mode of meeting|how|যোগাযোগের মাধ্যম|মাধ্যম|माध्यम|"
          "how contacted|mode of communication|type of contact|kind of contact|contact mode|"
          "medium|through", 3),
    named("about", "choice",
          "about|purpose|subject|regarding|issue|বিষয়|উদ্দেশ্য|विषय|matter|topic|about what|"
          "reason|reason for contact|re", 2),
    named("note", "text",
          "note|notes|remarks|remark|comment|comments|outcome|মন্তব্য|নোট|टिप्पणी|नोट|"
          "observation|observations|details|what happened|what was said|brief|notes of visit|"
          "findings|summary"),
    *WHO,
)  # fmt: skip
