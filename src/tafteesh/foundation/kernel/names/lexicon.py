"""Words of names that rules of sound do not bring together. One name a line; the first spelling stands for all."""

from typing import Final

ONE_NAME: Final = """
mukharji mukherjee mukherji mukharjee mukerji mukherjea mukhopadhyay mukhopadhyaya mukhopadhaya mukhapadhyay মুখার্জি মুখার্জী মুখোপাধ্যায় मुखर्जी मुख़र्जी मुखोपाध्याय
banarji banerjee banerji banarjee bannerjee bonnerjee bandyopadhyay bandopadhyay bandyopadhyaya bandopadhyaya bandhopadhyay ব্যানার্জি ব্যানার্জী বন্দ্যোপাধ্যায় बनर्जी बैनर्जी बन्द्योपाध्याय बंद्योपाध्याय
chatarji chatterjee chatterji chaterjee chatterjea chattopadhyay chattopadhyaya chattapadhyay চ্যাটার্জি চ্যাটার্জী চট্টোপাধ্যায় चटर्जी चैटर्जी चट्टोपाध्याय
ganguli ganguly gangulee gangopadhyay gangopadhyaya gangapadhyay গাঙ্গুলী গাঙ্গুলি গঙ্গোপাধ্যায় गांगुली गंगोपाध्याय
bhattacharya bhattacharjee bhattacharyya bhattacharyo bhattacharji bhatacharya bhattacharyee bhattacherjee ভট্টাচার্য ভট্টাচার্য্য ভট্টাচার্যি ভট্টাচার্জী भट्टाचार्य भट्टाचार्या भट्टाचार्जी
chakrabarti chakraborty chakravarty chakraborti chakravarti chakrabarty chakravorty chakkaravarthy চক্রবর্তী চক্রবর্ত্তী चक्रवर्ती चक्रबर्ती
acharya acharjee acharji acharyya achariya আচার্য আচার্য্য আচার্যি आचार्य आचार्या
sekh sheikh shaikh shekh seikh saikh sk shaik sheik sheykh seik শেখ সেখ সেক শেইখ সেখ্ शेख शेख़ सेख शैख
mohammad md mohd mohammed muhammad mohammod mahammad mohamed muhammed mahammed mahamad mohamad mohamud mahmmad মোহাম্মদ মহম্মদ মুহাম্মদ মোহাম্মাদ মুহম্মদ মোঃ মো মহঃ মোহাঃ মহামদ मोहम्मद मुहम्मद मोहमद मो मोहम्मद़ मोहम्मेद मोहमेद
mondal mandal mondol mondl mdl mundle mundal mondul মণ্ডল মন্ডল মোন্ডল मंडल मण्डल मन्डल मोंडल मोंडोल
sinha singha singh sinh sing singho সিংহ সিং সিনহা সিন্‌হা সিন্হা सिंह सिन्हा सिंहा सिंघ सिंग
khan kha khaan খান খাঁ खान ख़ान खाँ
das dass dash daas দাস দাশ दास दाश
datta dutta dutt datt dutto দত্ত दत्त दत्ता दत्
de dey dee দে দেয় डे दे
ray roy rai rae rey roi রায় রয় রাই राय रॉय रे
basu bose bosu bosh basoo বসু বোস बसु बोस बोसु
ghosh ghose ghos ঘোষ ঘোস घोष घोस
mitra mitter mittra মিত্র मित्र मित्रा
guha guho গুহ गुहा गुह
shil seal sil sheel শীল शील सील
shaha saha shah sah সাহা শাহা साहा शाहा
saha shaw sau shau sahu sao shaow সাউ শ সাহু साव साहू साओ शॉ
pal paul paal পাল পল पाल पॉल
dhar dhor ধর धर
nag naag নাগ नाग
let late লেট लेट
chaudhuri chowdhury choudhury chaudhary chowdhary choudhary chaudhry chowdhry chaudhari chaudhury choudhuri chowdhuri chawdhury চৌধুরী চৌধুরি चौधरी चौधुरी चौधुरि चैधरी
sarkar sircar sarcar sorkar সরকার सरकार
biswas viswas bishwas vishwas biswash বিশ্বাস बिस्वास बिश्वास विश्वास
sarma sharma sarmah শর্মা শর্ম্মা शर्मा सर्मा
barman burman varman barma verma varma burma বর্মন বর্মণ ভার্মা বর্মা वर्मा बर्मन वर्मन बर्मा
jadab jadav yadav yadava jadhav yadab যাদব यादव जादव जाधव
jana jaana জানা जाना
oraon uraon orao urao uraw orang oran ওরাওঁ ওঁরাও ওরাঁও উরাঁও उराँव उरांव ओराँव ओरांव उराव
munda moonda munde mura মুন্ডা মুণ্ডা मुंडा मुण्डा मुन्डा
molla mollah mulla mullah mollya mallah মোল্লা মোল্যা মুল্লা मोल्ला मुल्ला मोल्लाह मुल्लाह
mallik mullick malik mallick mullik mollik মল্লিক মালিক मल्लिक मलिक
mahato mahto mahata mahatha mahatoo মাহাতো মাহাত মহতো महतो महातो माहातो
hembram hembrom hemrom hembrem hembromn হেমব্রম হেমরম হেম্ব্রম हेम्ब्रम हेमब्रम हेमरोम हेंब्रम
soren saren sorren সরেন সোরেন सोरेन सरेन
hansda hasda hansdah hasdah hanshda হাঁসদা হাসদা হাঁসদাঃ हांसदा हाँसदा हंसदा
kisku kiskoo কিস্কু किस्कू
marandi mardi mandi maradi মারান্ডি মারাণ্ডি মান্ডি মার্ডি मरांडी मार्डी मांडी
besra beshra বেসরা बेसरा
majhi manjhi mazi maji majee মাঝি মাজি মাঝী माझी माँझी मांझी
gayen gain gyen gayan গায়েন গাইন गायेन गाइन
laskar lashkar lascar লস্কর লশকর लस्कर लश्कर
kumar kr coomar kumer কুমার কুঃ कुमार कु
laxmi lakshmi lakhi lakkhi lokkhi lakhmi luxmi laksmi laxmee লক্ষ্মী লক্ষী লখী लक्ष्मी लक्षमी लछमी
krishna krisna kishan krishan krishno kishen krsna kesto keshto kristo কৃষ্ণ কৃষ্ণা কিষাণ কিষান কেষ্ট कृष्ण कृष्णा किशन किसन कृष्णन क्रिष्णा
jyotsna josna jochna jotsna jyotshna joshna jyochhna jochhna jyosna জ্যোৎস্না জোৎস্না জোসনা জ্যোস্না জোছনা ज्योत्सना ज्योत्स्ना जोत्सना जोसना
ajodhya ayodhya অযোধ্যা अयोध्या
ganesh gonesh ganes গণেশ गणेश
ayesha aisha ayisha aysha aesha ayasha ayeesha aayesha আয়েশা আয়শা আয়েষা आयशा आयेशा आइशा
fatima fatema phatema fatemah fathima fatama ফতিমা ফাতেমা ফতেমা ফাতিমা फातिमा फ़ातिमा फतेमा फातेमा
khadija khatija khodeja khadeja khadiza খাদিজা খোদেজা খতিজা ख़दीजा खदीजा खतीजा
yasmin yeasmin easmin iasmin jasmin yasmeen ইয়াসমিন ইয়াসমীন জেসমিন ইয়াছমিন यास्मीन यासमीन यास्मिन जैस्मिन
rahman rehman rohman rahaman rahmaan রহমান রেহমান রাহমান रहमान रेहमान
rahim rohim raheem রহিম রহীম রাহিম रहीम रहिम
ahmed ahmad ahammad ahamed ahmmed ahamad amed আহমেদ আহমদ আহাম্মদ আহম্মেদ আহমাদ अहमद अहमेद
hussain hossain hosain husain hussein hosen hossen hosaain husen হোসেন হুসেন হুসাইন হোসাইন হোসেইন हुसैन हुसेन होसेन हुसैन
hasan hassan hasaan হাসান হাসন हसन हसान
haque haq hoque huq hak huque হক হোক হাক हक हक़ हॉक
islam ইসলাম इस्लाम ইছলাম
uddin udin uddeen oddin উদ্দিন উদ্দীন उद्दीन उद्दिन
ali aly আলী আলি अली अलि
alam আলম आलम
abdul abdool abdal abdur abdus abdel আব্দুল আবদুল আব্দুর আবদুর আব্দুস আবদুস अब्दुल अब्दुर अब्दुस
begum begam beegum বেগম বেগুম बेगम बेग़म
bibi biwi bivi beebi বিবি বিবী बीबी बिबि बीवी
khatun khatoon khatoun katun khaton খাতুন খাতূন खातून ख़ातून खातुन
bewa beoa bewah বেওয়া বেওয়া बेवा
debi devi deby devee দেবী দেবি देवी देबी
kumari coomari kumary কুমারী কুমারি कुमारी
dasi dassi dashi daasi দাসী দাসি दासी
parvin parveen parbin parbeen perveen parwin পারভীন পারভিন পারবিন परवीन परविन पारवीन
sultana sooltana সুলতানা सुल्ताना सुलताना
akhtar akter aktar akther aktara আক্তার আখতার আকতার अख्तर अख़्तर अकतर
nath nauth নাথ नाथ
kaur kour kor কৌর কাউর कौर
gupta gupto guptaa গুপ্ত গুপ্তা गुप्त गुप्ता
tagore thakur thakor takur ঠাকুর টেগোর ठाकुर टैगोर
chandra chander chandar চন্দ্র চন্দর चन्द्र चंद्र चंदर चन्दर
indra inder ইন্দ্র ইন্দর इन्द्र इंद्र इंदर
surendra surender সুরেন্দ্র সুরেন্দর सुरेन्द्र सुरेंद्र सुरेंदर
mahendra mohinder mahender মহেন্দ্র মহিন্দর महेन्द्र महेंद्र मोहिंदर महेंदर
rajendra rajender rajinder রাজেন্দ্র রাজিন্দর राजेन्द्र राजेंद्र राजिंदर राजेंदर
virendra birendra virender বীরেন্দ্র বীরেন্দর वीरेन्द्र वीरेंद्र बीरेंद्र वीरेंदर
jogendra yogendra yogender joginder যোগেন্দ্র যোগিন্দর योगेन्द्र योगेंद्र जोगिंदर
jnanendra gyanendra ganendra jnanendro জ্ঞানেন্দ্র ज्ञानेन्द्र ज्ञानेंद्र
gyan jnan gnan জ্ঞান ज्ञान
yajnik yagnik jagnik যাজ্ঞিক याज्ञिक
jorj george জর্জ जॉर्ज जार्ज
maikel michael mikel মাইকেল माइकल माइकेल
josef joseph yusuf yousuf eusuf yusouf yosuf ইউসুফ ইউসূফ জোসেফ যোসেফ यूसुफ यूसुफ़ जोसेफ जोसफ़ जोसफ
jon john jhon জন जॉन जान
tomas thomas টমাস থমাস थॉमस टॉमस
jems james জেমস जेम्स
carls charles চার্লস चार्ल्स
stifen stephen steven stefan স্টিফেন স্টিভেন স্তেফান स्टीफन स्टीफ़न स्टीवन
pitar peter পিটার पीटर
deniel daniel ড্যানিয়েল দানিয়েল डैनियल दानियल
meri mary marie মেরি মেরী মারি मैरी मेरी
rojmeri rosemary রোজমেরি रोज़मेरी
elijabet elizabeth এলিজাবেথ এলিজাবেত एलिज़ाबेथ एलिजाबेथ
ketrin catherine katherine kathryn ক্যাথরিন ক্যাথারিন कैथरीन कैथरिन
kristofar christopher ক্রিস্টোফার क्रिस्टोफर क्रिस्टोफ़र
fransis francis ফ্রান্সিস फ्रांसिस फ़्रांसिस
entoni anthony antony antonio অ্যান্টনি আন্টনি एंथनी एंटनी एन्थोनी
uiliam william উইলিয়াম विलियम
edward এডওয়ার্ড एडवर्ड
richard রিচার্ড रिचर्ड
robart robert রবার্ট रॉबर्ट
henri henry হেনরি हेनरी
artar arthur আর্থার आर्थर
filip philip phillip ফিলিপ फिलिप फ़िलिप
pol paul পল पॉल
mathiu matthew mathew ম্যাথিউ মথি मैथ्यू मैथ्यूज
jekab jacob yakub yaqub জ্যাকব যাকোব ইয়াকুব जैकब याकूब
alis alice এলিস অ্যালিস एलिस ऐलिस
ej age ejaz
nensi nancy ন্যান্সি नैन्सी नैंसी
gres grace গ্রেস ग्रेस
jois joyce জয়েস जॉयस
luis lewis louis লুইস লুই लुईस लुइस
hiuj hughes hugh হিউ হিউজ ह्यूज ह्यू
jin jean জ্যাঁ জিন जीन ज्यां
jenifar jennifer জেনিফার जेनिफर जेनिफ़र
denis dennis ডেনিস डेनिस
risi rishi hrishi ঋষি হৃষি ऋषि हृषि
hrishikesh rishikesh hrisikesh হৃষীকেশ ঋষিকেশ हृषिकेश ऋषिकेश हृषीकेश
tripathi tripathy tripati ত্রিপাঠী त्रिपाठी
tivari tiwari tewari tiwary tewary তিওয়ারি তেওয়ারি তিয়ারি तिवारी तेवारी
pandey pande panday pandeya পাণ্ডে পান্ডে पांडे पाण्डेय पांडेय पाण्डे
dubey dube dvivedi দুবে दुबे
chaube chaubey chaturvedi চৌবে चौबे
mishra misra মিশ্র মিশ্রা मिश्र मिश्रा
jha jhaa ঝা झा
kapur kapoor কাপুর कपूर
khanna খান্না खन्ना
gill gil গিল गिल
dsouza desouza d'souza ডিসুজা ডি'সুজা डिसूजा डिसूज़ा
fernandes fernandez ফার্নান্দেজ ফার্নান্ডেজ फर्नांडीस फर्नांडिस
rodrigues rodriguez রড্রিগেজ रोड्रिग्स रॉड्रिक्स
ayyar iyer aiyar iyar aiyer aiyyar আইয়ার আয়ার अय्यर ऐयर आयर
ayyangar iyengar aiyangar আয়েঙ্গার আইয়েঙ্গার अयंगर आयंगर अय्यंगार
reddi reddy reddi রেড্ডি रेड्डी
nayar nair nayyar nayer নায়ার নাইয়ার नायर नय्यर
menon মেনন मेनन
pillai pillay pille পিল্লাই पिल्लई पिल्लै
naidu nayudu নাইডু नायडू नायडु
rav rao row raw রাও राव
gauda gowda gouda গৌড়া গৌড়া गौड़ा गौडा
hegde hegade হেগড়ে हेगड़े हेगडे
kamble kambley কাম্বলে कांबले काम्बले
patil pateel পাটিল पाटिल पाटील
sheti shetty setti শেট্টি शेट्टी
"""

# A letter of a name as it is said: এ. পি. জে. is A. P. J.
LETTERS: Final = """
a এ अ ए| b বি बी| c সি सी| d ডি डी| e ই ई| f এফ एफ एफ़| g জি जी| h এইচ एच| i আই आई| j জে जे| k কে के|
l এল एल| m এম एम| n এন एन| o ও ओ| p পি पी| q কিউ क्यू| r আর आर| s এস एस| t টি टी| u ইউ यू| v ভি वी|
w ডব্লিউ डब्ल्यू डब्लू| x এক্স एक्स| y ওয়াই ওয়াই वाई| z জেড ज़ेड जेड
"""

TITLES: Final = frozenset(["smt", "mrs", "miss", "ms", "mr", "sri", "shri", "shree", "sree", "shrimati", "srimati", "late", "lt", "dr", "kumarimiss", "mst", "mosammat", "musammat", "mosamat", "most", "adv", "advocate", "prof", "janab", "syt", "alhaj", "haji", "hajji", "ji", "jee", "sir", "শ্রী", "শ্রীমতী", "শ্রীমতি", "সুশ্রী", "ডঃ", "ডাঃ", "ড", "ডা", "ডক্টর", "মিস", "মিসেস", "মিস্টার", "মৃত", "মোসাম্মৎ", "মোসাঃ", "মোছাঃ", "মোছাম্মৎ", "জনাব", "স্যার", "অ্যাডভোকেট", "श्री", "श्रीमती", "सुश्री", "डॉ", "डा", "डॉक्टर", "मिस", "मिसेज", "स्व", "स्वर्गीय", "मुसम्मात", "जनाब", "सर", "एडवोकेट", "कु॰", "प्रो"])  # fmt: skip

# Second halves of names that are written on, written apart or left out.
SECONDS: Final = (
    "chandra", "chandr", "nath", "kumar", "kumari", "lal", "pada", "pad", "rani", "mohan", "bala", "das", "dasi",
    "ram", "singh", "debi", "devi", "prasad", "kanta", "kant", "ranjan", "bhushan", "nanda", "krishna", "mani",
    "banu", "nisa", "bai", "ben", "bhai", "rao", "amma", "appa", "ji", "uddin", "ullah", "ur", "jan",
)  # fmt: skip

# Words that come and go with marriage, age or custom: they weigh less than the name itself.
LOOSE: Final = (
    "bibi", "begum", "khatun", "bewa", "debi", "kumari", "kumar", "dasi", "chandra", "nath", "mohammad", "bano",
    "banu", "bala", "rani", "sultana", "kaur", "singh", "babu", "sahib", "bai", "bhai", "ben", "amma", "swami",
    "pandit", "raja", "ustad", "maulana", "sister", "lala", "mahatma", "guru", "baba", "captain", "justice",
    "hazi", "kaji",
)  # fmt: skip
