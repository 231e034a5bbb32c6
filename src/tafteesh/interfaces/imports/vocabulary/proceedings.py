"""What offices call the columns of their registers of FIRs and of what follows on them."""

from tafteesh.interfaces.imports.vocabulary.field import named

FIR_STATION = named(
    "fir_station", "text", "police station|name of police station|thana|fir police station|থানা|थाना"
)
FIR_NUMBER = named(
    "fir_number", "fir_number", "fir number|case number|crime number|এফআইআর নং|মামলা নং|एफआईआर संख्या"
)
FIR_YEAR = named(
    "fir_year",
    "year",
    "year|fir year|case year|year of fir|year of case|সাল|বছর|এফআইআর সাল|মামলার সাল|वर्ष|साल|एफआईआर वर्ष",
    0,
)
FIR_IN_ONE = named("fir", "fir",
          "fir|fir reference|fir particulars|fir details|particulars of fir|case particulars|police case details|"
          "fir and police station|police station and fir number|police station case number|"
          "police station and case number|এফআইআর|एफआईआर|थाना और एफआईआर")  # fmt: skip

FIR = (
    named("police_station", "text",
          "police station|thana|name of police station|থানা|थाना|station|"
          "registering police station|fir police station", 3),
    named("fir_number", "fir_number",
          "fir number|fir no|case number|case no|ps case no|এফআইআর নং|এফআইআর নম্বর|মামলা নং|"
          "एफआईआर संख्या|एफआईआर नंबर|fir case no|crime no|crime number|cr no|police case no|"
          "registration no", 3),
    named("fir_date", "date",
          "fir date|date of fir|fir registered on|এফআইআর তারিখ|এফআইআরের তারিখ|एफआईआर की तारीख|"
          "एफआईआर तारीख|date|dated|date of registration|registration date|fir lodged on|"
          "lodged on|case date|date of case", 2),
    named("area", "choice",
          "source area destination area|sa da|source destination|area|side|সোর্স ডেস্টিনেশন|"
          "উৎস গন্তব্য|स्रोत गंतव्य|source or destination|source destination area|"
          "lodged at source or destination|whose area"),
    named("diary_number", "text",
          "general diary number|gd number|gd no|gde no|diary number|জিডি নং|জিডি নম্বর|"
          "जीडी नंबर|जीडी संख्या|gd entry number|general diary entry number|general diary entry"),
    named("diary_date", "date",
          "general diary date|gd date|gde date|diary date|date of gd|জিডি তারিখ|জিডির তারিখ|"
          "जीडी तारीख|general diary entry date|date of general diary|gd entry date|"
          "missing diary date"),
    named("sections", "sections",
          "sections|section|sections of law|under sections|sections of fir|act and section|"
          "ধারা|ধারাসমূহ|धारा|धाराएं|section of law|sections applied|sections of act|charges|"
          "law sections|acts and sections|offences", 2),
    named("accused", "names",
          "accused|name of accused|accused names|accused persons|accused in fir|অভিযুক্ত|"
          "অভিযুক্তের নাম|আসামি|अभियुक्त|आरोपी|names of accused|accused person|suspects|"
          "persons accused|name of accused persons"),
    named("survivor_codes", "codes",
          "survivor codes|survivor code|survivors|survivor ids|survivor id|codes of survivors|"
          "linked survivors|সারভাইভার কোড|সারভাইভার|सर्वाइवर कोड|सर्वाइवर|ids of survivors|"
          "survivors in fir|linked survivor codes|concerned survivors|of which survivors|"
          "survivor ids in fir", 2),
    FIR_IN_ONE, FIR_YEAR,
)  # fmt: skip

INVESTIGATION = (
    named("fir", "fir",
          "fir|fir no|fir number|fir reference|fir ref|linked fir|case no|ps case no|"
          "fir and police station|police station and fir no|এফআইআর|এফআইআর নং|মামলা নং|"
          "थाना और एफआईआर|एफआईआर|एफआईआर संख्या|police station and case number|"
          "police station case number|police station case|case reference|of which fir|"
          "in which fir|fir reference number|relating to fir|linked case|police case|case", 3),
    FIR_STATION, FIR_NUMBER, FIR_YEAR,
    named("agency_kind", "choice",
          "agency type|type of agency|kind of agency|unit type|সংস্থার ধরন|एजेंसी का प्रकार|"
          "agency category|kind of unit|type of unit|category of agency|nature of agency", 2),
    named("agency", "text",
          "agency|investigating agency|name of agency|investigated by|unit|with whom|সংস্থা|"
          "তদন্তকারী সংস্থা|एजेंसी|जांच एजेंसी|agency name|investigating unit|name of unit|"
          "with which agency|investigation by|investigated by whom|investigation agency|"
          "who investigates", 3),
    named("requested", "date",
          "request letter date|letter date|date of letter|date of request|requested on|"
          "transfer requested on|অনুরোধ পত্রের তারিখ|চিঠির তারিখ|पत्र की तारीख|letter sent on|"
          "transfer requested|request date|prayer date|date of prayer|"
          "transfer application date|request for transfer|prayer made on|prayer made"),
    named("ordered", "date",
          "transfer order date|order date|date of order|transfer ordered on|আদেশের তারিখ|"
          "বদলির আদেশ|आदेश की तारीख|order of transfer date|transfer order|"
          "date of transfer order|transfer date|date of transfer"),
    named("received", "date",
          "papers received on|papers received|received on|date papers received|date of receipt|"
          "papers receipt date|কাগজ পাওয়ার তারিখ|কাগজ পেয়েছে|कागज़ मिलने की तारीख|"
          "प्राप्ति की तारीख|documents received on|case diary received on|case docket received|"
          "file received on|papers reached on|date of handing over|papers taken over on|"
          "received date", 2),
    named("starts", "date",
          "from|start date|from date|since|শুরু|থেকে|से|period from|with unit since|"
          "investigating since|with effect from|wef|starting|began on|begin|starts on"),
    named("ends", "date",
          "to|end date|to date|till|until|শেষ|পর্যন্ত|तक|period to|with unit until|"
          "investigating until|upto|up to|ended on|finish|ends on|ended"),
)  # fmt: skip

CHARGE_SHEET = (
    named("fir", "fir",
          "fir|fir no|fir number|fir reference|fir ref|linked fir|case no|ps case no|"
          "fir and police station|police station and fir no|এফআইআর|এফআইআর নং|মামলা নং|"
          "थाना और एफआईआर|एफआईआर|एफआईआर संख्या|police station and case number|"
          "police station case number|police station case|case reference|of which fir|"
          "in which fir|fir reference number|relating to fir|linked case|police case|case", 3),
    FIR_STATION, FIR_NUMBER, FIR_YEAR,
    named("number", "text",
          "charge sheet number|charge sheet no|চার্জশিট নং|चार्जशीट संख्या|आरोप पत्र संख्या|"
          "charge sheet|number", 3),
    named("filed", "date",
          "charge sheet date|date of charge sheet|charge sheet filed on|filed on|"
          "চার্জশিটের তারিখ|चार्जशीट की तारीख|date|charge sheet submitted on|submitted on|"
          "date submitted|charge sheet filed|date of submission|submission date|"
          "charge sheet filing date", 2),
    named("accused", "names",
          "accused in charge sheet|accused|accused named in charge sheet|"
          "charge sheeted accused|চার্জশিটে অভিযুক্ত|অভিযুক্ত|आरोपी|अभियुक्त|"
          "persons charge sheeted|accused persons|accused sent up|charge sheeted persons|"
          "names in charge sheet"),
    named("sections", "sections",
          "sections in charge sheet|sections|section|charge sheet sections|চার্জশিটের ধারা|"
          "ধারা|धारा|धाराएं|charge sheet under sections|under sections|sections charged"),
)  # fmt: skip

CORRECTION = (
    named("number", "text",
          "procedural correction number|procedural correction no|number|petition number|"
          "petition no|পিসি নং|আবেদন নং|याचिका संख्या|correction number|pc case no|reference no"),
    named("of", "choice",
          "procedural correction of|correction of|what is corrected|of what|against what|"
          "কিসের সংশোধন|किसका सुधार|petition against|about which step|which step|"
          "type of correction|subject", 2),
    named("fir", "fir",
          "fir|fir no|fir number|fir reference|fir ref|linked fir|case no|ps case no|"
          "fir and police station|police station and fir no|এফআইআর|এফআইআর নং|মামলা নং|"
          "थाना और एफआईआर|एफआईआर|एफआईआर संख्या|police station and case number|"
          "police station case number|police station case|case reference|of which fir|"
          "in which fir|fir reference number|relating to fir|linked case|police case|case", 2),
    FIR_STATION, FIR_NUMBER, FIR_YEAR,
    named("reason", "choice",
          "why procedural correction|why|reason|ground|grounds|lapse|reason for correction|"
          "কারণ|কেন|कारण|what was wrong|fault|defect|reason for petition|cause|"
          "ground for petition|why filed", 2),
    named("forum", "choice",
          "forum|court|court forum|filed before|filed in|where filed|authority|ফোরাম|আদালত|"
          "কোথায়|मंच|न्यायालय|before|before whom|before which forum|before which court|"
          "filed with|where|petition before|name of forum", 2),
    named("filed", "date",
          "filed on|date of filing|filing date|date filed|application date|দাখিলের তারিখ|"
          "আবেদনের তারিখ|दाखिल करने की तारीख|दायर|petition date|date of petition|moved on|"
          "date moved|date|filed|filed date", 2),
    named("decided", "date",
          "decided on|date of decision|decision date|order date|disposed on|concluded on|"
          "সিদ্ধান্তের তারিখ|নিষ্পত্তির তারিখ|निर्णय की तारीख|date of disposal|disposal date|"
          "date of order|disposed|decided|result date|date of result|final order date", 2),
    named("result", "choice",
          "result|outcome|status|decision|order|ফলাফল|ফল|परिणाम|नतीजा|disposal|final result|"
          "how disposed|what came of it|present status|fate", 2),
)  # fmt: skip

HEARINGS = (
    named("fir", "fir",
          "fir|fir no|fir number|fir reference|fir ref|linked fir|case no|ps case no|"
          "fir and police station|police station and fir no|এফআইআর|এফআইআর নং|মামলা নং|"
          "थाना और एफआईआर|एफआईआर|एफआईआर संख्या|police station and case number|"
          "police station case number|police station case|case reference|of which fir|"
          "in which fir|fir reference number|relating to fir|linked case|police case|case", 3),
    FIR_STATION, FIR_NUMBER, FIR_YEAR,
    named("on", "date",
          "hearing date|date of hearing|date|court date|শুনানির তারিখ|তারিখ|सुनवाई की तारीख|"
          "तारीख|date fixed|date of appearance|heard on|dated|appearance date|today date", 3),
    named("court", "text",
          "court|name of court|আদালত|কোর্ট|न्यायालय|अदालत|before court|court name|"
          "in which court|which court|before", 2),
    named("outcome", "choice",
          "outcome|what happened|result|proceedings|stage|purpose|কী হল|ফলাফল|क्या हुआ|परिणाम|"
          "result of hearing|order of court|court order|remarks|what was done|business done|"
          "order passed", 2),
    named("next", "plan",
          "next date|next hearing date|next date of hearing|পরবর্তী তারিখ|পরের তারিখ|"
          "अगली तारीख|next date fixed|adjourned to|following date|next|next date of appearance|"
          "to appear on", 3),
)  # fmt: skip
