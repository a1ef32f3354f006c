import { anyOf } from "@/lib/spam/look"

/** Trades that advertise under articles, in some languages; folded. Weak alone, since readers have trades too. */
export const trades = anyOf(
  String.raw`
    roof(?:ers?|ing)|roofs repaired|gutters?(?: cleaned| cleaning)?|plumb(?:ers?|ing)|plombiers?|locksmiths?
    serruriers?|cerrajeros?|slotenmaker|schlusseldienst|electricians?|elektriker|electricien|electricista
    plaster(?:ers?|ing)|painters?|house painting|carpet cleaning|carpet cleaners|cleaning lady
    (?:house|office|sofa|window|deep) cleaning|cleaning services?|house clearance|removals|man and van|movers
    packers|relocation|house shifting|umzuge?|demenagement|mudanzas|tow truck|towing|family dentist|dentists?|dental
    attorneys?|lawyers?|law firm|abogados?|avocat|rechtsanwalt|bail bonds|air conditioning|hvac|ac repair
    (?:appliance|washing machine|phone|computer|laptop|car|roof|garage door|boiler) repairs?|repair services?
    damage restoration|mou?ld (?:testing|removal)|pest control|tree surgeons?|stumps?|landscap(?:ers?|ing)|fencing
    (?:vinyl|wooden) fences|driveways?|patios?|rewires?|fuse boxes|window tint(?:ing)?|solar panels?|limousines?
    limo|party buses|airport transfers?|desert safari|umrah|tour packages?|holiday packages?|wedding photography
    catering|street food van|massages?|escorts?|eyelash(?:es)?|lash extensions?|nail salon|tutoring|tuition
    driving lessons|driving school|groom dogs|dog grooming|car wash|car rental|rent a car|taxi service|noleggio
    autoverhuur|cash for cars|interior designers?|modular kitchens?|astrologers?|pandit|black magic|love spells?
    healer|tarot|firewood|puppies|flat to let|apartments? for rent|to rent|for sale|elado lakas|treppenlifte?|okien
    drzwi|oro usato|personal loans?|loans from|kredyt|imprumuturi|handyman|flat packs?|technicians|help line
    support phone|office moves?|contractors?|remodell?ing|renovations?|flooring|til(?:ers?|ing)|bathroom fitters?
    carpent(?:ers?|ry)|joinery
    (?:auto|tyre|tire|window|kitchen|carpet|boiler) (?:fitting|fitters?|shop|glass|installation)
    junk (?:removal|cars)|skip hire|scrap (?:metal|cars)|self storage|courier
    (?:car|van|marquee|dj|minibus|tool) (?:hire|rental)|flower delivery|florist|photographers?
    wedding (?:planner|venue|dj|photographer|cars)|makeup artist|hairdressers?
    (?:yoga|pilates|dance|piano|guitar|language|cooking) (?:classes|lessons)|personal train(?:er|ing)|physio\w*
    chiropract\w+|acupuncture|botox|hair transplants?|implants|orthodontist|opticians?|hearing (?:tests|aids)|rehab
    estate agents?|realtors?|real estate|property management|houses for sale|villas?|mortgages?|tax returns?
    visa (?:services|consultants)|coaching (?:cent(?:re|er)|classes|institute)|translation services
    private investigators?|security guards?|cctv|chimney sweep|gardeners?|lawn (?:care|mowing)|pool cleaning
    upholstery|(?:rug|mattress|gutter|pool|chimney|drain) cleaning|dry cleaning|data recovery|app development
    hausmeisterservice|entrumpelung|fretes|mudancas|reformas|fontaner(?:o|ia)|pintor(?:es)?|chauffagiste|renovierung
    dachdecker|reinigung|traslochi|idraulico|hydraulik|remonty|tuinman|schilder|watch repairs?|room for rent
    rooms? to let|home care|bookkeeping|accountants?|web design|logo design|printing services?|mobile van
    (?:sash )?windows (?:repaired|fitted|cleaned)|draught proof(?:ed|ing)
    scaffolding|double glazing|conservatory|drain(?:s|age)? (?:unblocked|cleaning)
  `,
  "ремонт квартир|такси|кредит|搬家|貸款|تنظيف|شقق",
)

/** What somebody writes who offers something; readers tell of offers in the past, and ask whether "we need a bridge?". */
export const offers = anyOf(
  String.raw`
    free (?:estimates?|quotes?|inspections?|consultations?|surveys?|delivery|trial|shipping|registration)
    first (?:lesson|consultation|five hours|month) (?:is )?free|devis gratuit|presupuesto|primera consulta
    we (?:also )?(?:offer|provide|install|buy|arrange|supply|deliver|speciali[sz]e|cover|come to|do)
    we are (?:taking|a leading|leading|a family|interior|factory|the best|experts)
    our (?:services?|crew|team|attorneys?|technicians|experts|company|showroom|range|products)
    (?:starting|packages|prices|rates|a room|rooms?|doors?) (?:from|at)|ab \d+ euro
    (?:ten|twenty|thirty|fifty|\d+) ?(?:percent|%) off|half price|book (?:now|our|your|a|today)
    order (?:now|your|today)|for (?:hire|booking)|hire (?:us|our|me)|cash (?:on the spot|paid)|for cash|any time
    in any condition|day and night|dag en nacht|24 ?(?:hours|h|7)|24 7|7j 7|same day|no job too small
    (?:fully |is |insured|and )?insured|insurance accepted|certified|new (?:clients?|patients?|customers?)
    decent prices?
    (?:competitive|reasonable|affordable|honest|best|low|fair|lowest|factory) (?:price|prices|rates|fees)
    tarifs? honnetes|fairen? preisen|gunstige?|festpreis|konkurencyjne ceny
    if (?:you|anyone|someone|anybody|somebody) (?:needs?|wants?|is interested|are looking|were (?:hurt|injured))
    for (?:anyone|those) (?:in|who needs?|looking)|anyone (?:needs?|wants?)|(?<![\w'] )need (?:an?|some) [^.?!]{2,40}(?=\?)
    (?:viewing|delivered|vaccinated|per hour|an hour|a load|a month)|get in touch|contact us|covering|serving
    at your (?:home|doorstep|kitchen table|door)|no (?:agency fee|papers|survey|obligation)|pass first time
    zero money down|pago (?:in contanti|al contado)|zahle bar|kaufe|compro|vendo|money back|years? experience
    all breeds|welcome|approved in|free \w+ (?:visit|inspection|quote|call|survey)|we come to you|we haul|on me
    pickup included|bills included|appointments|fixed fares?|orders on|ready to go to|while you wait|zuverlassig
    preiswert|orcamento|let's talk|selling your (?:home|house|car)|bulk billed|in my (?:shop|studio|salon|workshop)
    be happy to (?:give|help|offer|quote)|intervention rapide|one call does it all|ask for us|selling
  `,
  "недорого|под ключ|звоните|价格|优惠|بالتقسيط|اتصل",
)
