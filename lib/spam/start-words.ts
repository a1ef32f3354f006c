/**
 * What the filter knows before a site has decided anything: words and pairs that advertisers leave under articles in
 * many places, put down by hand from general knowledge of the kinds (praise for a "blog", self-advertisement, search
 * engine work, pills, replicas, loans, coins, betting, dating, prizes, jobs, chain letters, fraud). None was counted in
 * anybody's collection of comments. The list is short on purpose: each entry must be rare among readers who talk
 * about the very same subjects, so "casino" and "loan" weigh little and "casino bonus" and "urgent loan" much.
 */
export const startWords = {
  /** A reader hardly ever writes this. */
  telling: `
    cialis, levitra, tramadol, xanax, ambien, phentermine, dofollow, backlinks, backlink, payday loans, 1xbet, gacor, togel,
    airdrop, escorts, escort service, call girls, robux, keygen, sub4sub, porn videos, sex chat, free porn, nude pics,
    male enhancement, spell caster, ex back, casino bonus, casino online, online casino, welcome bonus, free spins,
    no deposit, deposit bonus, situs slot, judi online, slot online, betting tips, fixed matches, promo code, coupon code,
    forex trader, forex trading, crypto trading, bitcoin investment, trading platform, passive income, crypto signals,
    double your, urgent loan, loan offer, loans online, instant approval, bad credit, credit check, no collateral,
    replica watches, replica handbags, replica rolex, outlet store, cheap nike, cheap jordan, nfl jerseys, louis vuitton,
    swiss replica, without prescription, no prescription, viagra online, buy viagra, buy cialis, cheap viagra, online pharmacy,
    canadian pharmacy, weight loss pills, herbal medicine, herbal cure, free trial, essay writing, writing service,
    essay online, my paper, plagiarism free, dissertation writing, seo services, seo service, seo company, seo expert,
    website traffic, page rank, link building, guest post, rank higher, digital marketing, web development company,
    bookmarked your, bookmark your, book marked, bookmarking and, bookmarked it, your blog, your weblog, nice blog, great blog, 
    awesome blog, blog layout, my webpage, my homepage, my web, 
    informative post, informative article, valuable information, useful information, for sharing such, nice post, great post,
    awesome post, stumbled upon, 
    my mixtape, my ebook, my code, my link, follow me, sub me, sub to,
    please subscribe, subscribe my, sub back, for follow, add me, my bio, in bio, out my, 
    visit my, visit our, visit us, our site, our store, our services, our products, contact him, contact her, dm me, whatsapp me,
    on whatsapp, via whatsapp, his whatsapp, on telegram, telegram channel, call now, order now, order here, buy now, shop now, buy online,
    book now, join now, join free, register now, apply now, click here, click this, click my, act now, hurry up, limited stock, limited time, lowest price,
    lowest prices, best price, best prices, affordable price, affordable prices, free shipping, fast shipping, worldwide shipping, free quote, money back,
    home jobs, paid working, make money, making money, earn money, earn extra, earn up, extra cash, extra income, real money, money online, own boss, financial freedom, get paid, got paid, get rich, 
    gift card, gift cards, free iphone, claim your, claim now, you won, been selected, million dollars, million usd, beneficiary, dear friend, 
    copy and, and paste, paste this, repost this, this chain, bad luck, your crush, 
    single women, hot girls, sexy girls, sexy women, sexy single, live sex, adult dating, webcam, hookup, watch free, watch online, full movie, movies online, free download, download free, full version, cracked,
    fake passports, real passports, ielts, hack whatsapp, hacker who, stolen funds, lost funds, recovery expert, toll free, support number, customer care number, binary options,
    packers and, movers, wholesale price, leading manufacturer, leading provider, manufacturer and, best quality, google search, 
    кредит, займ, казино, диплом, дипломы, заработок, проститутки, индивидуалки, вложений, бонус за, ставки на, без отказа, купить, 
    赌场, 博彩, 百家, 家乐, 娱乐, 代写, 微信, 加微, 发票, 贷款, 副業, 稼げ, 카지노, 토토, 먹튀, 바카라,
    perte de, offre limitee, commandez maintenant, livraison offerte, livraison gratuite, rachat de, gagner de, voyance par, grand marabout,
    dinero facil, ganar dinero, compra ahora, envio gratis, sin buro, perder peso, consulta gratis, credito sin, tirada de, amarres de,
    jetzt bestellen, geld verdienen, schnell abnehmen, kostenlos anmelden, ohne rezept, guadagna da, ordina ora, spedizione gratuita, perdere peso, dimagrire in,
    renda extra, ganhe dinheiro, compre agora, frete gratis, no zap, emagrecer, trabalhando em, hemen uye, deneme bonusu, hosgeldin bonusu, guvenilir bahis,
    vay tien, khong the, cong tac, zalo, situs gacor, bonus new, main sekarang, daftar sekarang, bez bik, kredyt bez, tanie papierosy, szybka pozyczka,
    utan recept, vraag een, bestel nu, nu met, гарантия оплата, пишите в, в телеграм, в телеграмм, быстрый заработок, 彩金, 注册, 月収, 在宅, 無料, 優惠, 办证, للبيع, تخفيضات, واتساب,
    bahis siteleri, canli casino, judi bola, agen judi, bonus senza, casino en, bonus sans, sans depot, ohne schufa, kredit ohne, gana dinero, prestamo urgente, credito rapido, pret entre, prets entre, pozyczka online
  `,
  /** More often from an advertiser than from a reader, and never enough by itself. */
  leaning: `
    viagra, casino, casinos, poker, slot, slots, jackpot, betting, bonus, bitcoin, btc, crypto, forex, usdt, nft, investing, trader, trading, profit, profits, loan, loans, lender, payday, debt,
    replica, handbags, outlet, jerseys, rolex, gucci, discount, discounts, cheap, cheapest, affordable, wholesale, supplier, coupon, promo, deals, offers, shipping, delivery, guaranteed, guarantee, pills, cbd, keto, supplement, detox, prescription,
    essay, assignment, dissertation, seo, ranking, marketing, hosting, website, websites, webpage, blog, blogs, blogging, bookmark, bookmarked, informative, kudos, admin,
    subscribe, subscribed, sub, subs, channel, channels, follow, follower, followers, click, visit, download, whatsapp, telegram, instagram, snapchat, tiktok, twitch, podcast, mixtape, ebook,
    earn, earning, hourly, payout, cash, winner, prize, giveaway, lottery, congratulations, selected, free, urgent, urgently, hurry, exclusive, register, signup, unlimited, instant, instantly,
    sexy, porn, xxx, nude, naked, escort, dating, singles, cam, horny, lonely, hack, hacked, hacker, hackers, cheat, generator, torrent, spell, illuminati, miracle, amen, cured, herpes, cure,
    packages, certified, buy, quote, agency, luxury,
    click the, like and, subscribe and, subscribe to, my blog, my website, my channel, our channel, my videos, my podcast, my instagram, my youtube,
    per day, per hour, per week, via email, sign up, share this, send this, our website, my page, my profile, link in, me out, out our, on google, search google, work from, your website, your web, this blog, rss feed, your rss, your feed, subscribers, changed my, same topic, contact us, god bless you, will die, within 24, my site, my video, at affordable, thank me, check me,
    great article, great site, nice article, amazing article, interesting article, for sharing, keep up, good work, please visit, check out, feel free, i found, came across, i stumbled, 
    онлайн, заработать, бесплатно, деньги, бонус, регистрация, скидки, заказать, недорого, kredit, kredite, guadagnare, gratis, gratuit, bonus de, dinero, apostas, bahis, pozyczka, prestamo, credito
  `,
  /** In the name field. */
  named: `
    seo, casino, loan, loans, payday, viagra, cialis, pharmacy, replica, outlet, cheap, online, best, free, buy, escorts, escort, crypto, bitcoin, btc, forex, bet, bets, slot, poker, marketing, hosting, services, service, agency, essay, tours, movers,
    repair, cleaning, plumber, locksmith, dentist, shop, store, deals, discount, jobs, income, money, hack, hacker, download, movies, porn, xxx, sex, dating, girls, credit, insurance, nike, watches, handbags, shoes, jerseys, казино, кредит
  `,
} as const
