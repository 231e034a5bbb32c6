"""How other offices head their columns and name their sheets. Written without looking at what the import knows."""

ABBREVIATED = {
    "survivors": ("Svr Master", {
        "code": "Svr ID", "name": ("Particulars", "Nm."), "name_native": ("Particulars", "Nm. (Beng.)"),
        "relation_name": ("Particulars", "F/H Nm."), "gender": ("Particulars", "Sex"), "born": ("Particulars", "DOB"),
        "phone": ("Particulars", "Mob."), "case_kind": "Typ. of Case", "village": ("Addr.", "Vill."),
        "gram_panchayat": ("Addr.", "GP"), "block": ("Addr.", "Blk"), "police_station": ("Addr.", "PS"),
        "taken": ("Dt. of", "Traf."), "rescued": ("Dt. of", "Resc."), "intake": ("Dt. of", "Intake"),
        "destination": "Dest.", "status": "Stat.", "worker": "SW", "collective": "Coll.",
    }),
    "fir": ("FIR Reg.", {
        "police_station": "PS", "fir_number": ("FIR", "No."), "fir_date": ("FIR", "Dt."), "area": "SA/DA",
        "diary_number": ("GDE", "No."), "diary_date": ("GDE", "Dt."), "sections": "U/S", "accused": "Acc.",
        "survivor_codes": "Svr IDs",
    }),
    "investigation": ("Inv.", {
        "fir": "FIR Ref.", "agency_kind": ("Agcy", "Typ."), "agency": ("Agcy", "Nm."),
        "requested": ("Transfer", "Req. Ltr. Dt."), "ordered": ("Transfer", "Ord. Dt."),
        "received": ("Transfer", "Papers Recd."), "starts": ("Period", "Fr."), "ends": ("Period", "To"),
    }),
    "charge_sheet": ("CS", {
        "fir": "FIR Ref.", "number": ("CS", "No."), "filed": ("CS", "Dt."), "accused": ("CS", "Acc."),
        "sections": ("CS", "Secs."),
    }),
    "correction": ("Proc. Corr.", {
        "number": ("PC", "No."), "of": ("PC", "Of"), "fir": "FIR Ref.", "reason": "Why", "forum": "Forum",
        "filed": ("Dt.", "Filed"), "decided": ("Dt.", "Decided"), "result": "Reslt.",
    }),
    "compensation": ("VC Reg.", {
        "number": ("Appl.", "VC No."), "survivor_code": "Svr ID", "filed_at": ("Appl.", "At"),
        "filed": ("Appl.", "Dt."), "asked": ("Appl.", "Amt. Clmd."), "drafted_by": ("Appl.", "Drftd by"),
        "signed_by": ("Appl.", "Filed by (sgd.)"), "ordered": ("Order", "Dt."), "result": ("Order", "Reslt."),
        "awarded": ("Order", "Amt. Awd."), "decision": "Svr's Dcsn.", "appeal_ordered": ("SLSA Appeal", "Ord. Dt."),
        "appeal_awarded": ("SLSA Appeal", "Amt."), "credit_on1": ("Bank Credit 1", "Dt."),
        "credit_amount1": ("Bank Credit 1", "Amt."), "credit_on2": ("Bank Credit 2", "Dt."),
        "credit_amount2": ("Bank Credit 2", "Amt."),
    }),
    "legal_aid": ("LA", {
        "survivor_code": "Svr ID", "requested": "Reqd. On", "authority": "Auth.", "assigned": "Asgnd. On",
        "lawyer": ("Lawyer", "Nm."), "lawyer_kind": ("Lawyer", "Typ."), "starts": ("Period", "Fr."),
        "ends": ("Period", "To"),
    }),
    "hearings": ("Ct. Hrgs.", {
        "fir": "FIR Ref.", "on": "Hrg. Dt.", "court": "Ct.", "outcome": "Outc.", "next": "Nxt. Dt.",
    }),
    "meetings": ("Mtgs.", {
        "on": "Dt.", "level": "Lvl.", "place": "Plc.", "with_whom": "With", "survivor_codes": "Svrs. Attd.",
        "days": "No. of Days", "demand": "Dmnd.", "promise": ("Promise", "What"), "due": ("Promise", "Due Dt."),
        "kept": ("Promise", "Kept Dt."),
    }),
    "diary": ("SW Diary", {
        "on": "Dt.", "worker": "SW", "survivor_code": "Svr ID", "mode": "Mode", "about": "Re.", "note": "Rmks.",
    }),
}  # fmt: skip

BENGALI = {
    "survivors": ("সারভাইভারদের তালিকা", {
        "code": "সারভাইভার কোড", "name": "নাম (ইংরেজি)", "name_native": "নাম (বাংলা)", "relation_name": "পিতা/স্বামীর নাম",
        "gender": "লিঙ্গ", "born": "জন্ম তারিখ", "case_kind": "ঘটনার ধরন", "village": "গ্রাম",
        "gram_panchayat": "গ্রাম পঞ্চায়েত", "block": "ব্লক", "police_station": "থানা", "phone": "মোবাইল নং",
        "taken": "পাচারের তারিখ", "rescued": "উদ্ধারের তারিখ", "destination": "গন্তব্যস্থল",
        "intake": "নথিভুক্তির তারিখ", "status": "বর্তমান অবস্থা", "worker": "সমাজকর্মীর নাম", "collective": "কালেক্টিভ",
    }),
    "fir": ("এফআইআর", {
        "police_station": "থানা", "fir_number": "এফআইআর নং", "fir_date": "এফআইআর-এর তারিখ", "area": "উৎস/গন্তব্য",
        "diary_number": "জিডি নং", "diary_date": "জিডি-র তারিখ", "sections": "ধারা", "accused": "অভিযুক্তদের নাম",
        "survivor_codes": "সারভাইভার কোড",
    }),
    "investigation": ("তদন্ত", {
        "fir": "এফআইআর", "agency_kind": "সংস্থার ধরন", "agency": "তদন্তকারী সংস্থা", "requested": "আবেদনপত্রের তারিখ",
        "ordered": "হস্তান্তর আদেশের তারিখ", "received": "কাগজ প্রাপ্তির তারিখ", "starts": "শুরুর তারিখ",
        "ends": "শেষের তারিখ",
    }),
    "charge_sheet": ("চার্জশিট", {
        "fir": "এফআইআর", "number": "চার্জশিট নং", "filed": "চার্জশিটের তারিখ", "accused": "চার্জশিটে অভিযুক্ত",
        "sections": "চার্জশিটের ধারা",
    }),
    "correction": ("প্রক্রিয়াগত সংশোধন", {
        "number": "পিসি নং", "of": "কিসের পিসি", "fir": "এফআইআর", "reason": "পিসির কারণ", "forum": "কোন আদালতে",
        "filed": "দাখিলের তারিখ", "decided": "নিষ্পত্তির তারিখ", "result": "ফলাফল",
    }),
    "compensation": ("ক্ষতিপূরণ", {
        "number": "ক্ষতিপূরণ নং", "survivor_code": "সারভাইভার কোড", "filed_at": "কোথায় আবেদন", "filed": "আবেদনের তারিখ",
        "asked": "দাবিকৃত টাকা", "drafted_by": "খসড়া কে করেছেন", "signed_by": "কে দাখিল করেছেন (স্বাক্ষর)",
        "ordered": "আদেশের তারিখ", "result": "আদেশের ফলাফল", "awarded": "মঞ্জুরকৃত টাকা",
        "decision": "সারভাইভারের সিদ্ধান্ত", "appeal_ordered": "আপিল আদেশের তারিখ (SLSA)",
        "appeal_awarded": "আপিলের পর টাকা", "credit_on1": "ব্যাঙ্কে প্রাপ্তি (১) তারিখ",
        "credit_amount1": "ব্যাঙ্কে প্রাপ্তি (১) টাকা", "credit_on2": "ব্যাঙ্কে প্রাপ্তি (২) তারিখ",
        "credit_amount2": "ব্যাঙ্কে প্রাপ্তি (২) টাকা",
    }),
    "legal_aid": ("আইনি সহায়তা", {
        "survivor_code": "সারভাইভার কোড", "requested": "আবেদনের তারিখ", "authority": "কর্তৃপক্ষ",
        "assigned": "নিয়োগের তারিখ", "lawyer": "আইনজীবীর নাম", "lawyer_kind": "আইনজীবীর ধরন", "starts": "শুরু",
        "ends": "শেষ",
    }),
    "hearings": ("শুনানি", {
        "fir": "এফআইআর", "on": "শুনানির তারিখ", "court": "আদালত", "outcome": "কী হল", "next": "পরবর্তী তারিখ",
    }),
    "meetings": ("মিটিং", {
        "on": "তারিখ", "level": "স্তর", "place": "স্থান", "with_whom": "কার সঙ্গে", "survivor_codes": "উপস্থিত সারভাইভার",
        "days": "কত দিন", "demand": "দাবি", "promise": "প্রতিশ্রুতি", "due": "কবের মধ্যে", "kept": "পূরণের তারিখ",
    }),
    "diary": ("ডায়েরি", {
        "on": "তারিখ", "worker": "সমাজকর্মী", "survivor_code": "সারভাইভার কোড", "mode": "মাধ্যম", "about": "বিষয়",
        "note": "মন্তব্য",
    }),
}  # fmt: skip

OWN_WORDS = {
    "survivors": ("Sheet1", {
        "code": "Unique ID No.", "name": "Name of the Survivor", "name_native": "Name in vernacular",
        "relation_name": "Name of Father/Husband", "gender": "Sex", "born": "D.O.B.", "case_kind": "Nature of Case",
        "village": "Village & P.O.", "gram_panchayat": "G.P.", "block": "Name of Block", "police_station": "P.S.",
        "phone": "Contact No.", "taken": "Date Trafficked", "rescued": "Date Rescued",
        "destination": "Trafficked to (place)", "intake": "Date of Registration", "status": "Present Status",
        "worker": "Case Worker", "collective": "Name of Collective",
    }),
    "fir": ("Police", {
        "police_station": "Thana", "fir_number": "Case No.", "fir_date": "Dated", "area": "Source / Destination",
        "diary_number": "G.D.E. No.", "diary_date": "G.D.E. Date", "sections": "Under Section", "accused": "Accused Persons",
        "survivor_codes": "IDs of Survivors",
    }),
    "investigation": ("Who investigates", {
        "fir": "P.S. & Case No.", "agency_kind": "Kind of Agency", "agency": "Investigating Unit",
        "requested": "Letter Sent On", "ordered": "Order of Transfer Dated", "received": "Documents Received On",
        "starts": "With Unit Since", "ends": "With Unit Until",
    }),
    "charge_sheet": ("C.S.", {
        "fir": "P.S. & Case No.", "number": "C.S. No.", "filed": "C.S. Date", "accused": "Persons Charge-sheeted",
        "sections": "C.S. Under Section",
    }),
    "correction": ("Petitions", {
        "number": "Petition No.", "of": "Petition against", "fir": "P.S. & Case No.", "reason": "Grounds",
        "forum": "Before", "filed": "Date of Filing", "decided": "Date of Disposal", "result": "Disposal",
    }),
    "compensation": ("VCS", {
        "number": "Application No.", "survivor_code": "Unique ID No.", "filed_at": "Before Authority",
        "filed": "Applied On", "asked": "Amount Prayed For", "drafted_by": "Drafted By", "signed_by": "Signed By",
        "ordered": "Date of Award", "result": "Status of Award", "awarded": "Award (Rs.)",
        "decision": "Whether she accepted", "appeal_ordered": "Appellate Order Dated",
        "appeal_awarded": "Enhanced to (Rs.)", "credit_on1": "1st Instalment Credited On",
        "credit_amount1": "1st Instalment (Rs.)", "credit_on2": "2nd Instalment Credited On",
        "credit_amount2": "2nd Instalment (Rs.)",
    }),
    "legal_aid": ("Advocates", {
        "survivor_code": "Unique ID No.", "requested": "Request Made On", "authority": "Legal Services Authority",
        "assigned": "Appointed On", "lawyer": "Name of Advocate", "lawyer_kind": "Advocate From", "starts": "Acting Since",
        "ends": "Acting Until",
    }),
    "hearings": ("Court", {
        "fir": "P.S. & Case No.", "on": "Date Fixed", "court": "Name of the Court", "outcome": "What Happened",
        "next": "Next Date Fixed",
    }),
    "meetings": ("Advocacy", {
        "on": "Date of Programme", "level": "Level of Meeting", "place": "Venue", "with_whom": "Officials Present",
        "survivor_codes": "Survivors Attending", "days": "Duration (days)", "demand": "Demands Placed",
        "promise": "Assurance Given", "due": "Assured By", "kept": "Assurance Fulfilled On",
    }),
    "diary": ("Field", {
        "on": "Date of Visit", "worker": "Name of Worker", "survivor_code": "Unique ID No.", "mode": "How Contacted",
        "about": "Purpose", "note": "Observation",
    }),
}  # fmt: skip

WORDS_IN_BENGALI = {
    "Female": "মহিলা", "Trafficking": "পাচার", "Active": "সক্রিয়", "Closed": "বন্ধ", "Dropped out": "ছেড়ে গেছেন",
    "Source": "উৎস", "Destination": "গন্তব্য", "Police station": "থানা", "AHTU": "এএইচটিইউ", "Allowed": "মঞ্জুর",
    "Rejected": "খারিজ", "FIR": "এফআইআর", "Investigation": "তদন্ত", "Awarded": "মঞ্জুর", "Awaiting": "অপেক্ষায়",
    "Legal-aid panel lawyer": "লিগ্যাল এইড প্যানেল উকিল", "Programme lawyer": "প্রকল্পের উকিল",
    "Accepted": "গ্রহণ করেছেন", "Challenged": "চ্যালেঞ্জ করেছেন", "Visit": "বাড়িতে দেখা", "Phone": "ফোন",
    "Office": "অফিস", "GP": "গ্রাম পঞ্চায়েত", "BDO": "বিডিও", "DM": "জেলাশাসক", "Partner NGO": "সহযোগী সংস্থা",
}  # fmt: skip
