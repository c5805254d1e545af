"""What the changed minutes are made of: people and rooms (made up), bodies, towns, and items."""

PEOPLE = """Abdirahman Yusuf Warsame;Agnethe Bruun;Aksel Hjort-Lauridsen;Amina el-Masri;Anne-Mette Lykkegaard;Arjan ter Horst;
Astrid Rosenkrantz de Lasson;Birgül Aydın;Børge Ørum;Carl-Gustav von der Recke;Charlotte Dyhr;Chidinma Eze-Nwosu;
Dagmar Þórsdóttir;Danuta Wiśniewska;Davit Kvaratskhelia;Ebbe K. Thuesen;Elin á Lakjuni;Enrique de la Cruz;Esmeralda Quispe Mamani;
Fadumo Ismail;Flemming Å. Stokholm;Frederikke Ahlefeldt-Laurvig;Gintarė Kazlauskaitė;Grethe Overgaard Bak;Hamid Reza Tavakoli;
Hjalmar Toft;Hung Văn Trần;Ilse zu Castell;Inger Margrethe Ploug;Iryna Kovalchuk;Isatou Jallow;Jarl Bang-Christensen;Jonna Aagaard;
Kanagalingam Sothinathan;Kjeld Uhrenholt;Kofi Asante-Boateng;Krzysztof Zieliński;Lars Peter Gade;Laszlo Szőke;Liv Ravnkilde;
Lotus Thorup;Malik Chaudhry;Marie-Louise d'Auchamp;Marwan al-Hashimi;Mogens Fisker;Nadja Løvenskiold;Nawal Bint Saeed;
Niels Ole Qvist;Olena Bondarenko;Palle Ugilt;Parwin Ahmadzai;Qasim Butt;Ragnhild Steenstrup;Rikke-Sofie Wad;Rasathurai Nadarajah;
Samir Ben Youssef;Selma Ingebrigtsen;Sean O'Donovan;Shaheen Mirza;Silje Eg;Thavarasa Kandiah;Thyra Vestergaard Kold;Tove Zacho;
Ulrik Bille-Brahe;Vagn Ibsen;Viktoriia Shevchuk;Willem van den Berg;Xuân Phạm;Ylva Nørholm;Zahra Hosseini;Åge Winther;Øjvind Rømer"""
PARTIES = "AVFØCIBOMÆ"
TOWNS = """Holstebro;Struer;Lemvig;Herning;Ikast-Brande;Skive;Thisted;Morsø;Vejle;Kolding;Aabenraa;Sønderborg;Tønder;Odense;Nyborg;
Assens;Kerteminde;Slagelse;Sorø;Næstved;Faxe;Roskilde;Gladsaxe;Hvidovre;Helsingør;Hillerød;Frederikshavn;Brønderslev;Syddjurs;
Norddjurs;Ringkøbing-Skjern;Faaborg-Midtfyn;Odder;Hedensted;Billund;Esbjerg;Fanø;Ærø;Rødovre;Ishøj"""
BODIES = (
    ("Integrationsrådet", "Rådet"),
    ("Ældrerådet", "Rådet"),
    ("Seniorrådet", "Rådet"),
    ("Handicaprådet", "Rådet"),
    ("Udsatterådet", "Rådet"),
    ("Ungerådet", "Rådet"),
    ("Grønt Råd", "Rådet"),
    ("Bosætningsudvalget", "Udvalget"),
    ("Kultur- og Fritidsudvalget", "Udvalget"),
    ("Sundheds- og Ældreudvalget", "Udvalget"),
    ("Folkeoplysningsudvalget", "Udvalget"),
    ("Landdistriktsudvalget", "Udvalget"),
    ("Skolebestyrelsen", "Bestyrelsen"),
    ("Beboerbestyrelsen", "Bestyrelsen"),
)
ROOMS = """Kultur & Frivillighuset, Nygade 22, 7500 Holstebro;Rådhuset, mødelokale 4;Medborgerhuset;Byrådssalen;Sognegården, Kirkevej 3;
Biblioteket, Store Torv 1;Aktivitetscentret Solsikken, Birkevej 14;Den Gamle Skole;Sundhedshuset, lokale B12;Jobcentret;
Frivilligcentret, Østergade 7, 1. sal;Kulturhuset;Plejehjemmet Bakkegården;Hallens cafeteria;Borgerhuset Stationen, Jernbanegade 2"""
NEXT_ROOMS = "Jobcentret;Rådhuset;Medborgerhuset;Biblioteket;Kulturhuset;Frivilligcentret;Sundhedshuset"
TEAMS = "Integrationsteamet;Ungeteamet;Kulturforvaltningen;Beboernetværket"

ADDED = (
    "Sprogcafé på biblioteket",
    "Budgetopfølgning pr. 1. halvår",
    "Høring om ny busplan",
    "Ansøgning fra Foreningen Nabohjælp",
    "Borgermøde om trafiksikkerhed",
    "Synlighed på de sociale medier",
    "Frivilligpris {year}",
    "Kommunens nye værdighedspolitik",
    "Fællesspisning i Vestbyen",
    "Indretning af sanserum",
    "Evaluering af temadagen om demens",
    "Cykelparkering ved stationen",
    "Henvendelse fra borger vedr. snerydning",
    "Møde med Røde Kors og Dansk Flygtningehjælp",
    "Opfølgning på studieturen",
    "Mentorordning for unge",
    "Høringssvar vedr. kvalitetsstandarder {year}",
    "Bolig til flygtninge fra Ukraine",
    "Ny folder",
    "Tilgængelighed i det offentlige rum - status og forslag",
    "Mødekalender {nextyear}",
    "Fordeling af puljemidler, 2. runde",
    "Aktiviteter i sommerferien v/{c1}",
    "Rådgivning om job, bolig og uddannelse",
    "Samarbejde med ungdomsuddannelserne",
    "Ventetid på tolkebistand",
    "Årshjul",
    "Besøg på Krisecentret i uge {week}",
)
ELECTIONS = (
    "Valg af næstformand",
    "Valg af repræsentant til Frivilligrådet",
    "Udpegning af medlem til styregruppen",
    "Valg af kasserer",
    "Konstituering",
)
CONTEXT = (
    "Der er afsat 40.000 kr. til formålet i indeværende år.",
    "Materialet var sendt ud sammen med dagsordenen.",
    "Baggrunden er en henvendelse fra boligforeningen.",
    "Tilbuddet har i dag 34 faste brugere, heraf 12 under 25 år.",
    "Forslaget er stillet af {c2}.",
    "Fristen for høringssvar er om tre uger.",
    "Ordningen løber til og med {nextyear}.",
    "Emnet var også oppe for to år siden.",
    "Lovgivningen på området er ændret pr. 1. januar.",
)
PREAMBLES = (
    None,
    "Der blev startet med en kort præsentationsrunde og velkomst til {m3}.",
    "{c0} bød velkommen.",
    "Før mødet var der rundvisning i huset.",
    "Rådet var beslutningsdygtigt.",
)
PROPOSALS = (
    "Forvaltningen indstiller, at forslaget godkendes.",
    "Det indstilles, at {noun} drøfter sagen.",
    "Forvaltningen indstiller, at {noun} tager orienteringen til efterretning.",
    "Formanden indstiller, at der bevilges 10.000 kr.",
)
