import { said } from "../conversation.ts"
import { doc, p } from "../document.ts"
import type { DemoStory } from "../story.ts"

export const arabicStoryHour: DemoStory = {
  slug: "arabic-story-hour",
  title: "ساعة الحكايات تعود إلى المكتبة كل خميس",
  standfirst: "حكايات بالعربية للأطفال من الثالثة إلى الثامنة، والدخول مجاني. والجدّات مدعوّات قبل غيرهن.",
  by: "rima-tannous-webb",
  tags: ["news", "people"],
  published: { daysAgo: 52, at: "13:00" },
  comments: [
    said("أم يوسف", "خبر جميل. ابني يفهم كل شيء ويجيب بالإنجليزية، فلعل الحكايات تفعل ما لم أستطع أن أفعله."),
    said(
      "Catriona",
      "My Arabic is six words long but my daughter's best friend goes and she would like to come and listen. Is that all right?",
      said("Rima Tannous-Webb", "More than all right. Half of a story is the voice, and there is tea."),
    ),
  ],
  body: doc(
    p(
      "تعود ساعة الحكايات بالعربية إلى مكتبة وِنلو ابتداءً من الخميس المقبل، في الرابعة والنصف بعد الظهر، في الركن المطلّ على النهر. وهي مفتوحة للأطفال من الثالثة إلى الثامنة ولكل من يرافقهم، ولا حاجة إلى تسجيل مسبق.",
    ),
    p(
      "كانت الساعة قد توقفت قبل عام حين انتقلت المتطوعة التي أسستها إلى مدينة أخرى. وتقول هدى السيوفي، وهي معلّمة متقاعدة ستتولى القراءة مع جارتها سلمى: «سألني حفيدي لماذا لا تتكلم كتب المكتبة مثل جدّته، فلم أجد جوابًا، فجئت».",
    ),
    p(
      "تُروى في كل أسبوع حكايتان، واحدة من كتاب وأخرى من الذاكرة. وتطلب المكتبة من العائلات أن تعيرها ما لديها من قصص مصوّرة بالعربية، فعلى الرفّ الآن أحد عشر كتابًا، ثلاثة منها عن القطط.",
    ),
    p("الشاي والكعك على حساب المكتبة، والأحذية تُترك عند الباب."),
  ),
}
