"""The words that the demo is made of. Every person is invented; blocks and police stations are real."""

from datetime import date

FIRST = (
    "Asha", "Mina", "Rupa", "Jharna", "Kakoli", "Shefali", "Moyna", "Tumpa", "Parul", "Bithika",
    "Nasima", "Sabina", "Lakshmi", "Chandana", "Puja", "Rehana",
)  # fmt: skip
LAST = (
    "Mondal", "Biswas", "Khatun", "Sardar", "Naskar", "Gazi", "Das", "Munda", "Baidya", "Roy",
    "Bibi", "Haldar",
)  # fmt: skip
MEN = (
    "Gopal Patra", "Haran Das", "Nimai Sarkar", "Kartik Gazi", "Bimal Roy", "Sukumar Haldar",
    "Palash Naskar", "Dilip Molla",
)  # fmt: skip
OTHER_BLOCKS = (
    "Hasnabad", "Basirhat I", "Basirhat II", "Sandeshkhali I", "Minakhan", "Gaighata", "Bongaon", "Deganga",
)  # fmt: skip
BLOCKS = ("Baduria",) * 23 + ("Hingalganj",) * 3 + OTHER_BLOCKS * 12
STATIONS = (
    "Hasnabad", "Basirhat", "Baduria", "Gaighata", "Swarupnagar", "Minakhan", "Bongaon", "Deganga",
)  # fmt: skip
PLACES = (
    "Pune", "Mumbai", "Delhi", "Purnia", "Siliguri",
)  # fmt: skip
AHTUS = ("Basirhat AHTU",) * 12 + ("Barasat AHTU",) * 2 + ("Bongaon AHTU",) * 2
AWARDS = (  # Rs 65,75,000 together
    300_000, 300_000, 450_000, 500_000, 600_000, 800_000, 1_000_000, 1_150_000, 1_475_000,
)  # fmt: skip
FILES = 120
YEAR = date(2023, 4, 1)
