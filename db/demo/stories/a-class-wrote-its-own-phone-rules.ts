import { said } from "../conversation.ts"
import { doc, h2, ol, p } from "../document.ts"
import type { DemoStory } from "../story.ts"

export const aClassWroteItsOwnPhoneRules: DemoStory = {
  slug: "a-class-wrote-its-own-phone-rules",
  title: "Class 7B wrote its own phone rules. Then it kept them",
  standfirst:
    "Twenty-eight twelve-year-olds spent three Friday afternoons arguing about what a phone is for. Their agreement has nine sentences, a complaints procedure and one rule that applies only to parents.",
  by: "ifeoma-brandt",
  tags: ["school", "at-home"],
  published: { daysAgo: 25, at: "06:50" },
  picture: {
    file: "class-7b.webp",
    alt: "A shoebox on a classroom windowsill, filled with telephones standing on end like books, next to a jam jar of pencils; bare trees outside.",
  },
  comments: [
    said(
      "Mother of a signatory",
      "Rule 7 has been read aloud to me at my own table. With the page held up. I put it in the drawer.",
      said(
        "Father of the same",
        "She put it in the drawer *on silent*, which is not the same thing, and the signatory noticed.",
      ),
    ),
    said(
      "T. Willoughby",
      "I teach in another school and we had an assembly, a policy of eleven pages and a lockable pouch for each pupil. We have had more phones in lessons than before, because now it is a sport. Could Ms Adair be persuaded to share how the second Friday went? That seems to be where it turned.",
      said(
        "Ifeoma Brandt",
        "She says yes, and that the honest answer is biscuits. I have passed your message on.",
      ),
    ),
    said(
      "Kester",
      "im in 7B and just want to say the vote for rule 4 was 15 to 13 not 16 to 12. i counted. one person put both hands up",
      said("Also 7B", "it was you kester"),
    ),
    said(
      "Halima",
      "My daughter is in 7C, which has now asked for three Fridays of its own. She says that B's rules are ‘a good first draft’.",
    ),
    said(
      "Old Boy",
      "When I was at that school we carved on the desks. I see the desks are made of plastic now. Progress takes many forms.",
    ),
  ],
  body: doc(
    p(
      "The shoebox stands on the windowsill of Room 12, between a jar of pencils and a spider plant that has seen better classes. At ten to nine it is empty. By nine it holds twenty-six telephones, on end, like books. Nobody has asked for them.",
    ),
    p(
      "The secondary school on Tenter Hill has had a rule about phones for eight years. They had to be off and out of sight. ‘Which meant on, and in a sleeve,’ says Morag Adair, who teaches 7B history and is their form tutor. Last term she counted how often she had interrupted a lesson to say something about a phone. In one ordinary week it was fifty-three times. ‘I had become a person who says *away, please*. I went home and said it to the dog.’",
    ),
    p(
      "She had been teaching the making of treaties. So she gave her class three Friday afternoons, a flip chart and a question, *What would you sign?*, and told them that whatever they could all put their names to would replace her own rules until the end of the year. The head agreed, on condition that it could not be weaker than the law or funnier than the governors could bear.",
    ),
    h2("The first Friday"),
    p(
      "The first Friday was a disaster, and everybody in 7B enjoys describing it. Two parties formed at once. The *Alls* wanted phones allowed at all times because adults had them. The *Nones*, who were fewer and quieter, would have liked them to vanish from the earth. ‘I said I wished nobody had one,’ says Saoirse, ‘and somebody filmed me saying it.’",
    ),
    p(
      "The film was sent round. By Sunday it had been seen by two other schools. On Monday the boy who had sent it brought Saoirse a cake, which he had made himself and which was, she says, terrible.",
    ),
    h2("The second Friday"),
    p(
      "Ms Adair began the second session by asking for no opinions at all. Each pupil wrote on a slip what they had used their phone for the day before, and at which moment they had liked it least. She read the slips aloud without names.",
    ),
    p(
      "There were bus times, there was a grandmother in Manila, a great deal of a game about a goose. There was a girl who checks every morning, before she gets up, whether her friends have stopped being her friends. There were four who could not sleep for fear of missing a message, and eleven who had been sent something that they would have preferred not to see. And there was this, in pencil: *When my dad is on his, I say things twice. The second time I say them quieter to see if he hears.*",
    ),
    p(
      "‘It was dead silent,’ says Kester, who had been an All. ‘And then somebody said, can we do one for parents?’",
    ),
    h2("What they signed"),
    p(
      "The agreement fits on one page. It was copied out by Ines, who has the best handwriting, and it says:",
    ),
    ol(
      "Phones go in the box at nine. Nobody checks. We check ourselves.",
      "If you need yours for a reason, say *reason* and take it. Nobody asks what the reason is.",
      "You do not take a picture of a person who has not looked at you and nodded.",
      "No messages in the class group after nine at night. It can wait. If it can’t wait, it isn’t for a group.",
      "If you get sent something horrible you can show it to Ms Adair or Mr Bello and they won’t ask how you came to be looking.",
      "Not having a phone is normal. (Two of us.)",
      "For parents: at table, and when somebody comes home from school, it goes in a drawer. Ten minutes is enough for coming home.",
      "If you break a rule, you say so on Friday. Then it is over.",
      "We can change this. We need twenty votes.",
    ),
    p(
      "Rule 4 passed by three or by two, depending on whom you ask. Rule 7 passed by 28 to 0. It was sent home in sealed envelopes with a slip to be signed by an adult. Twenty-five came back signed, two with amendments, and one with a note that said only: *Ouch. Fair.*",
    ),
    h2("Five weeks later"),
    p(
      "Ms Adair has gone on counting. In the fifth week she stopped for a phone twice. Both times it was her own.",
    ),
    p(
      "She does not think she has found a method. ‘If I printed this page and handed it to 7A, it would be a page. They’d have it up their sleeves by lunch.’ The educational psychologist who visits the school, Dr Benedikt Amsel, puts it in fewer words. Children of that age, he says, will keep almost any rule that they are allowed to break up and rebuild.",
    ),
    p(
      "On Fridays at twenty past two there are confessions. They take four minutes. The week that we were there, Ruben had looked at the football under the desk, Ines had sent a message at 9.04 (‘but it was only *ok*’), and a boy at the back said that his mother had broken Rule 7 on Wednesday and had asked him to say so.",
    ),
    p("Somebody at the front wrote it down. Then it was over."),
  ),
}
