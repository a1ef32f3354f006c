import { anyOf, type SignalTest } from "@/lib/spam/look"

const testimony = anyOf(
  String.raw`
    (?:dr|doctor|priest|prophet|chief|mama|baba) (?:\w+ ){1,4}?(?:cured|healed|brought|restored|herbs?|herbal|spells?|helped)
    (?:cured|healed|got rid) (?:[\w']+ ){0,3}?(?:of|by|from) (?:\w+ )?(?:hsv|herpes|hpv|hiv|cancer|diabetes|fibroids?|dr|doctor)
    (?:brought|got|bring|get|bringing) (?:back )?(?:my|your) (?:ex|husband|wife|lover|boyfriend|girlfriend)(?: \w+)? back|spell ?casters?|love spell
    recover(?:ed|s)? (?:[\w']+ ){0,3}?(?:money|funds?|crypto|bitcoin|wallet)|(?:lost|stolen|scammed) (?:funds|crypto|bitcoin|investments?)
    (?:this|a|the|ethical|certified|professional) hackers?|thanks to (?:this|dr|mr|mrs|doctor) \w+|illuminati
    (?:contact|reach|text|message|write|email) (?:him|her|them|dr|mr|mrs|doctor|this) (?:\w+ ){0,3}?(?:on|via|at|through|now|today)
    (?:turned|changed) (?:my|our) (?:financial )?(?:life|finances)|my (?:account|portfolio|broker) manager
  `,
)

const flattery = anyOf(
  String.raw`
    (?:your|this) (?:web ?log|blog|web ?page) (?:is|was|has|looks|layout|post|and|really|provid\w+|came|on)
    (?:stumbled|came) (?:up ?on|across|onto) (?:your|this)|(?:i (?:will|'ll|am going to)|i have|i've|and|just|to) (?:definitely )?(?:book ?mark\w*|digg|tweet)
    your (?:writing style|style|rss|feed|weblog|write ?up|blog posts)|keep (?:up|on|it up|posting|sharing|writing|them coming)
    (?:elaborate|write) (?:a )?(?:litt?le|bit) (?:bit )?(?:more|further)|thank(?:s| you)(?: so much| a lot)? for (?:sharing|posting|providing|such|the (?:good|great|auspicious) )
    (?:nice|great|good|excellent|superb|wonderful|fantastic|informative|valuable|useful|awesome|amazing) (?:blog|weblog|website|site|posts?|info|information|content|sharing|share)
    (?:like|love|appreciate|enjoy\w*) (?:what|the (?:way|information)|your (?:blog|site|content|work|writing)) (?:you|and|on)?|(?:share|recommend) (?:it |this )?(?:with|to) my (?:friends|followers)
    first time visit\w*|(?:i am|i'm) (?:really |truly )?(?:impressed|inspired)|thanks admin|(?:blog|site) (?:platform|owner)
  `,
)

const sale = anyOf(
  String.raw`
    (?:buy|order|purchase|selling|deliver) (?:[\w'%]+ ){0,3}?(?:followers|likes|views|reviews|pills|capsules|licen[cs]es?|passports?|certificates?|diplomas?|documents|iptv|essays?|backlinks|accounts|meds|tablets|traffic)
    in stock|(?:discreet|free|fast|worldwide|express|overnight|secure) (?:shipping|delivery|payment)|ships worldwide|limited (?:edition|stock|time|offer|spots)
    (?:no|without) (?:password|prescription|survey|credit check|collateral|guarantor)|or (?:your money back|refund)|money back guarantee
    \d+ ?% (?:off|discount|bonus|welcome)|\d+ (?:free )?spins|(?:welcome|sign ?up|deposit|no deposit) (?:bonus|package)|jackpots?|live (?:dealer|betting|casino)
    want (?:to )?(?:more|bigger|lose weight|earn|be rich)|looking (?:for|to) (?:a )?(?:cheap|reliable|affordable|buy|loan)
    (?:lose|lost|drop(?:ped)?) \d+ (?:kilos?|kg|lbs)|doctors hate|simple trick|(?:urgent|personal|instant|quick) loans?|\d[\d.]* ?% (?:weekly|daily)
    ordina|sul nostro sito|commandez|livraison|bestall|utan recept|bestellen sie|jetzt bestellen|compra ahora|compre agora|pidelo|zamow|leverans|sin aval
  `,
  "в наличии|доставка|скидк|закажите|продаю|заработок|兼职|加微信|副業|プロフィールのリンク|الرابط في",
)

/** What is told to sell: a cure that worked, praise that fits any page, goods and their terms. */
export const pitchSignals = {
  testimony: {
    label: "tells of a healer, trader or hacker who helped",
    test: ({ words }) => testimony.test(words),
  },
  flattery: { label: "praise that fits any page", test: ({ words }) => flattery.test(words) },
  sale: { label: "goods, or the terms of a sale", test: ({ words }) => sale.test(words) },
  "sale-address": {
    label: "goods or their terms beside an address",
    test: ({ words, links, bare, mails, website }) =>
      links + bare + mails > 0 || website !== "" ? sale.test(words) : false,
  },
  "mail-invites": {
    label: "asks to write to a mail address",
    test: ({ mails, words }) =>
      mails > 0 &&
      /\b(?:contact|write|e?mail|reach|apply|via|through|escriba|at|kindly)\b|пишите/.test(words),
  },
} as const satisfies Record<string, SignalTest>
