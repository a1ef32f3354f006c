import { anyOf, type SignalTest } from "@/lib/spam/look"

/** Asks for subscribers; "I have subscribed" and "subscribe to three papers" do not. */
const subscribe = anyOf(
  String.raw`
    (?:please|pls|plz|everyone|guys|help|free|need|get|reach|hit|road to|every|have) (?:[\w']+ ){0,4}?(?:sub|subs|subscribe|subscribers)
    (?<!\bi |\bwe |\byou )sub(?:scribe|s)? (?:to )?(?:me|my|our|this channel|back|plz|pls|please|guys|now|and i|for (?:more|sub))
    sub ?(?:4|for) ?sub|(?:swap|trade) subs?|(?:every|one) sub|\d+ subscribers (?:away|to go)|s ?u ?b ? t ?o ? m ?e|i sub back|follow (?:for|4) follow|return the favou?r|(?:wants?|\d+k?) (?:more )?sub(?:s|scribers)|abonnez.vous|abonniert
    abonniere (?:mich|meinen)|suscrib(?:anse|ete|ase|irse)|inscreva|se inscreve(?:r|m)?|iscrivetevi|iscriviti
    subskrybuj\w*|zasubskrybujcie|abone ol\w*|sub(?:scribe|s)? and i(?:'ll)?|folge? ich dir|te sigo|ricambio tutti|me segue|sigo de volta|sigueme|suivez.moi|folgt mir
  `,
  "подпишитесь|подписывайтесь|подпишись|подписавш|взаимн|チャンネル見て|我的频道|登録|ク登録|구독|맞구독|关注我|订阅我",
)

const ownThings = anyOf(
  String.raw`
    (?:my|our|mi|meu|mon|ma|meinen?|mio) (?:(?!fav|all |time|the |a |on |and )[\w']+ ){0,3}?(?:channel|chanel|chan|vids?|videos?|profile|page|covers?|beats?|mixtape|vlog|blog|web ?site|site|upload|album|rap|music|novel|ebook|etsy|shop|store|petition|insta\w*|youtube|twitch|soundcloud|facebook|code|services|canal|chaine|kanal|kanale|canale|profil|perfil|profilo|seite|stuff|remix|parody|version|let's plays?|name for|songs?)
    kanalima\w*|moj kanal|(?:drum|guitar|piano|bass|ukulele|acoustic) cover of|on my (?:page|channel|profile)
  `,
)

const invites = anyOf(
  String.raw`
    check (?:it |me |us |this |these )?out|check (?:my|our|this|these)|plz check|visit
    come (?:see|check|laugh|watch)|go (?:to|listen|watch|check)|look (?:at|up) my|listen to my|watch my|stop by
    leave a (?:like|review)|give (?:me|us|my|our|it|this) (?:[\w']+ ){0,4}?(?:listen|chance|look|view|try|time)
    support (?:me|us|my|our|a)|follow (?:me|us|my|our)|add me|vote for (?:me|us|my|our)|like my|share my
    tell me what you think|let me know what you think|feedback|gave me a chance|one view|every share
    click (?:here|this|my|below)|just uploaded|i make (?:[\w']+ ){0,2}?videos
    i (?:put up|do|make|upload) (?:covers|remixes|beats|reaction)|(?:we|i|me and my \w+) (?:do|make) (?:\w+ )?videos
    thumbs up so|help (?:me|us) (?:reach|out|get)|get discovered|to be discovered|search bar
    type [\w ]{2,30} in the search|read my|sign (?:my|our|the|this) petition|one like|search (?:on )?google|look up
    (?:schaut?|guckt) (?:mal )?(?:auf|bei)|venez voir|pasen por|passate|zapraszam|da uma olhada|bakar misiniz|goz atin
    come over|have a listen|click (?:on )?my name|is out now|so (?:that )?(?:others|everybody|everyone|people) (?:can )?sees?
    new mix|link (?:in|on)|needs? support|is on my|join (?:our|my|us|the)|use (?:my )?code|my code|abonez
  `,
)

const artist = anyOf(
  String.raw`
    (?:i'?m|i am|we are|we're|my name is [\w ]{2,20}and i'?m?) (?:[\w']+ ){0,5}?(?:singers?|rappers?|producers?|artists?|musicians?|youtubers?|dj|songwriters?|film ?makers?|guitarists?|gamers?|comedians?|brothers|sisters|band)
    i rap|i sing|and i sing|unsigned|(?:we are|we're) (?:a|an|three|two|four) (?:small |young |new )?(?:sisters|brothers|band|friends|duo)|need(?:s)? (?:views|likes|support)|(?:recorded|started|dropped|released) (?:an?|my|our)
    (?:mean|means) (?:the world|a lot|so much)|would be grateful|be honest|drop by|one listen
    give (?:it|me|us) (?:one|a) (?:minute|chance|listen|try|go)|one minute|know it's annoying
    into (?:minecraft|gaming|makeup|rap)|help (?:me|us) (?:out|win)
    listen to (?:a|my|this) (?:\w+ )?(?:band|artist|song|guy)
  `,
)

const elsewhere = anyOf(
  String.raw`
    (?:check(?: out)?|look at|go to|listen to|try) (?:this|these) (?:\w+ )?(?:playlist|video|channel|page|site|website|song|app|game|band|clip|link|guy|girl|cover|remix|version)
    (?:invite|promo|discount|referral|my) code|enter (?:my|invite|this) (?:\w+ )?code
    \w+ (?:dot|punto|punkt) (?:com|net|org|de|info)|server (?:\w+ ){0,2}ip|ip is|type in my name|enter code|into the search
    streaming everywhere|there is an app
  `,
)

const chain = anyOf(
  String.raw`
    (?:copy|paste|send|share|repost|forward|pass|type|like) (?:[\w']+ ){0,6}?(?:this|it)(?: [\w']+){0,14} (?:luck|die|dies|lose|miracle|blessed|blessing|safe|crush|heaven)
    (?:post|paste|put) (?:it|this) (?:on|as) (?:[\w']+ )?(?:videos|songs|pages|status)|like this comment if you|type amen
    if you (?:ignore|skip|don't (?:copy|send|share|repost))
  `,
)

const easyMoney = anyOf(
  String.raw`
    (?:earn|earns|earning|make|makes|making|withdraw) (?:[\w']+ ){0,4}?(?:\d[\d., ]{0,12}k?|money|cash|extra)(?: [\w']+){0,4} (?:(?:a|an|per|every|each) (?:day|week|month|hour)|hourly|daily|weekly|monthly|online|at home|from home|from (?:my|your|their) phone)
    \d[\d.,]{0,12}k? ?(?:[\w']+ )?(?:per|an?|every|each) (?:hour|day|week)|invested (?:with|in)|trades for me
    withdrew \d[\d.,]{1,12}k?|trade with (?:mr|mrs|miss|ms)|passive income
    work (?:at|from) home|free (?:money|phone|gift)
  `,
)

const lures = anyOf(
  String.raw`
    click|check (?:this|it|out|them)|you have to see|see this|watch (?:it|this|the full|here)|have a look|look at
    visit|join|download|dl|free|earn\w*|buy|order|cheap(?:est)?|sale|win|won|vote|install|apply|go to|guide
    get (?:a|your|it|more)|here is the best|learn how|support a small|best quality|gewinn\w*|gratis|hier klicken
    gagnez|gratuite?|gana|registrate|tanie|generator|hack\w*|quick cash|full story|before it is|works 100
    more photos|gofundme
  `,
)

/** Asks readers to follow, to watch, to vote, to click. */
export const promotionSignals = {
  subscribe: {
    label: "asks for subscribers",
    test: ({ words }) => subscribe.test(words) || /^\W*(?:sub(?:s|scribe|scribers)?\b\W*)+$/.test(words),
  },
  "own-channel": { label: "names something of the writer's own", test: ({ words }) => ownThings.test(words) },
  invites: { label: "asks to be looked at or followed", test: ({ words }) => invites.test(words) },
  "invites-own": {
    label: "asks to visit something of the writer's own",
    test: ({ words }) => ownThings.test(words) && invites.test(words),
  },
  artist: {
    label: "introduces the writer's own act and asks for a chance",
    test: ({ words }) => artist.test(words),
  },
  elsewhere: { label: "sends readers to another page or video", test: ({ words }) => elsewhere.test(words) },
  "spaced-address": {
    label: "an address with blanks or brackets in it",
    test: ({ words }) => /\w ?(?: \.|\. |[([]\s?(?:dot|\.)\s?[)\]]) ?(?:com|net|org|info|ru)\b/.test(words),
  },
  chain: { label: "asks to be passed on, or else", test: ({ words }) => chain.test(words) },
  "easy-money": { label: "promises easy money", test: ({ words }) => easyMoney.test(words) },
  "link-lure": {
    label: "urges to follow a link",
    test: ({ links, bare, words }) => links + bare > 0 && lures.test(words),
  },
} as const satisfies Record<string, SignalTest>
