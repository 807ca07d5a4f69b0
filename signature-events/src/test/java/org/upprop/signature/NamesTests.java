package org.upprop.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upprop.text.InvalidValue;
import org.upprop.text.TextRule;

/** Names that people and organisations really have, and texts that only look like one. */
class NamesTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "O",
                "Ø",
                "Å",
                "王",
                "D’Arcy O'Neill",
                "Oʻzbek Gʻulomov",
                "N‘Diaye",
                "Seán Ó Súilleabháin",
                "Kaʻahumanu Nāone",
                "Ta`ziyeh",
                "Hanna Gӏandalo",
                "Oʼodham Jegos",
                "Jean-Luc Müller-Çelik",
                "Martin Luther King, Jr.",
                "Anna-Karin af Wetterstedt (f. Å.)",
                "José María de la Cruz y Núñez",
                "X Æ A-12",
                "Jennifer 8. Lee",
                "Eva / Adam",
                "Þorgerður Ægisdóttir",
                "Łucja Źdźbło",
                "Nguyễn Thị Ánh Nguyệt",
                "Ẹ̀bùn Ọlátúnjí Adéṣọ̀lá",
                "Ọ̀ṣun Ẹ́kúndayọ̀",
                "Ɓala Ɗanƙwambo",
                "Nyi̱sa̱k N̄go̱r",
                "M̧ajel̗ Ļo̧jo̧l̗ap̧",
                "Náátʼáanii Bįįʼ",
                "R̥̄́ṣi",
                "Andrianampoinimerinatompokoindrindra Rasoanandrasanaharivony",
                "Әйгерім Жүнісқызы",
                "Ўлмас Ғуломов",
                "Наталія В'ячеславівна Ґонта",
                "Ӑндрей Чӑвашӗ",
                "Ελευθερία Παπαδοπούλου",
                "Ᾰ̓́ριστος",
                "Հրանտ Տինք",
                "გიორგი მჭედლიშვილი",
                "ᲒᲘᲝᲠᲒᲘ",
                "مُحَمَّدُ بْنُ عَبْدِ ٱللَّٰهِ",
                "نرگس محمدی",
                "علی\u200Cرضا بیگی",
                "ئاسۆ کەریم",
                "ئابدۇۋەلى ئايۇپ",
                "گلِ لالہ",
                "שָׂרָה בַּת־שֶׁבַע",
                "רוּחַ שִּׁמְעוֹן",
                "ܐܦܪܝܡ ܣܘܪܝܝܐ",
                "ދިވެހި އަހުމަދު",
                "สมชาย เก่งกล้าธัญญ์",
                "ก้องเกียรติ น้ำผึ้ง",
                "ສົມສັກ ແກ້ວມະນີ",
                "စောဖြူနှင်းအိ လှုံ့မြွှေး",
                "ရှုံ့",
                "សុខា\u200Bច័ន្ទ ស៊ីនួន",
                "བསྟན་འཛིན་རྒྱ་མཚོ",
                "ལཀྵྨཱི་ཧཱུྃ",
                "ᠴᠢᠩᠭᠢᠰ",
                "ᠰᠠᠷᠠᠨ\u180Bᠠ",
                "\uAA61\uFE00ꩫ",
                "神\uFE00谷",
                "ᨠᩣ᩠ᩅᩥᩃᩯ",
                "श्रीलक्ष्मी द्विवेदी",
                "क्\u200Dषत्रिय",
                "ராமகிருஷ்ணன் க்ஷேமா",
                "ஸ்ரீதரன்",
                "ক্ষিতি চৌধুরী",
                "ශ්\u200Dරියානි",
                "ശ്രീജിത്ത് അവൻ",
                "అల్లూరి క్ష్మారాణి",
                "ಶ್ರೀಮತಿ ಕೃಷ್ಣಪ್ಪ",
                "ਗੁਰਪ੍ਰੀਤ ਕੌਰ",
                "ગાંધીજી",
                "ꦯꦿꦶ ꦱꦸꦭ꧀ꦠꦤ꧀",
                "አበበ ብርሃኑ",
                "ⵜⵉⵀⵢⴰ ⵏ ⵓⴷⵔⴰⵔ",
                "𞤀𞤁𞤂𞤃 𞤁𞤭𞤢𞤤𞤮",
                "ߡߊߡߊߘߎ߫",
                "ᏣᎳᎩ ᏎᏉᏯ",
                "ᐃᓄᒃᑎᑐᑦ",
                "山田\u3000太郎",
                "𠮷野家 𩸽",
                "𮧵田",
                "辻\uDB40\uDD00 葛",
                "김정은",
                "ᄋᆞᆫ",
                "やまだ・タロウ",
                "李·艾哈迈德",
                "𖼀𖼊"
            })
    void takesTheNameOfAPersonAsItIs(String name) {
        assertThat(new PersonName(name).value()).isEqualTo(name);
        assertThat(new OrganisationName(name).value()).isEqualTo(name);
        assertThat(new Detail(name).value()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "350.org",
                "+972 Magazine",
                "1199SEIU",
                "#NiUnaMenos",
                "SUD-PTT",
                "«Жаңаөзен» кәсіподағы",
                "-ismo colectivo",
                "4 de Febrero – Colectivo 1973–2023",
                "Bevægelsen 24.02.2022",
                "Section 12, 1917-2017",
                "Ver.di (Vereinte Dienstleistungsgewerkschaft)",
                "IG Metall & IG BAU e. V.",
                "Attac!",
                "?Pogo",
                "Women@Work",
                "foodwatch – die essensretter: Büro",
                "\"Solidarność\" Region Śląsko-Dąbrowski",
                "ווי אנד פריענדס בע\"מ",
                "نقابة العاملين (فرع تونس)",
                "ខេត្ត\u200Bសហជីព",
                "日本労働組合総連合会（連合）",
                "民主党派・第２支部",
                "Pride \uD83C\uDFF3\uFE0F\u200D\uD83C\uDF08 Växjö",
                "\uD83D\uDC69\uD83C\uDFFD\u200D\uD83D\uDD27 Mechaniker*innen",
                "Kollektiv 1\uFE0F\u20E3",
                "Hjärta \u2764\uFE0F",
                "\u262E\uFE0E Fred nu",
                "Café Ω–Ⅳ ½",
                "www.wikimedia",
                "Terre des Hommes : Suisse // Romandie",
                "C&A Arbetare = Fackligt nu",
                "R.A.G.E. (2010) /2012/",
                "Rue 89",
                "+46"
            })
    void takesTheNameOfAnOrganisationAsItIs(String name) {
        assertThat(new OrganisationName(name).value()).isEqualTo(name);
        assertThat(new Detail(name).value()).isEqualTo(name);
    }

    static Stream<Arguments> badNames() {
        return Stream.of(
                bad("", TextRule.EMPTY),
                bad("   ", TextRule.EMPTY),
                bad("\u200B\uFEFF\u200E", TextRule.EMPTY),
                bad("\u00A0\u3000", TextRule.EMPTY),
                bad("\u200D\u3164", TextRule.EMPTY),
                bad("\uD834\uDD59", TextRule.EMPTY),
                bad("\u034F\uFE0F", TextRule.EMPTY),
                bad("\u0301", TextRule.EMPTY),
                bad("x".repeat(201), TextRule.TOO_LONG),
                bad("A\u0000da", TextRule.CHARACTERS),
                bad("Ada\u0007 Lovelace", TextRule.CHARACTERS),
                bad("Ada\nLovelace", TextRule.CHARACTERS),
                bad("Ada\tLovelace", TextRule.CHARACTERS),
                bad("Ada\u0085Lovelace", TextRule.CHARACTERS),
                bad("Ada\u2028Lovelace", TextRule.CHARACTERS),
                bad("\u202EecalevoL adA", TextRule.CHARACTERS),
                bad("Ada \u202DLovelace\u202C", TextRule.CHARACTERS),
                bad("\u202BAda\u202C", TextRule.CHARACTERS),
                bad("\u2066Ada\u2069", TextRule.CHARACTERS),
                bad("Ada \u2067Lovelace", TextRule.CHARACTERS),
                bad("Ada\u200FLovelace", TextRule.CHARACTERS),
                bad("Ada\uDB40\uDC67\uDB40\uDC7F", TextRule.CHARACTERS),
                bad("\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC7F", TextRule.CHARACTERS),
                bad("Ada \uF8FF", TextRule.CHARACTERS),
                bad("\uDBFF\uDFFD", TextRule.CHARACTERS),
                bad("Ada \uFFFE", TextRule.CHARACTERS),
                bad("Ada \uFDD0", TextRule.CHARACTERS),
                bad("Ada\uD800", TextRule.CHARACTERS),
                bad("\u0378da", TextRule.CHARACTERS),
                bad("A\u00ADda", TextRule.CHARACTERS),
                bad("A\u200Bda", TextRule.CHARACTERS),
                bad("A\u200Dda", TextRule.CHARACTERS),
                bad("Ada\u200CLovelace", TextRule.CHARACTERS),
                bad("А\u0301\u200Dнна", TextRule.CHARACTERS),
                bad("علی\u200C\u200Cرضا", TextRule.CHARACTERS),
                bad("A\u2060da", TextRule.CHARACTERS),
                bad("Ada\u3164Lovelace", TextRule.CHARACTERS),
                bad("Ada\u034FLovelace", TextRule.CHARACTERS),
                bad("សុខា\u17B4ច័ន្ទ", TextRule.CHARACTERS),
                bad("សុខា\u17B5ច័ន្ទ", TextRule.CHARACTERS),
                bad("Ada\u180BLovelace", TextRule.CHARACTERS),
                bad("Ada\uFE0FLovelace", TextRule.CHARACTERS),
                bad("Ada \uFE0FLovelace", TextRule.CHARACTERS),
                bad("Ada\uDB40\uDD00Lovelace", TextRule.CHARACTERS),
                bad("\uFE0FAda", TextRule.CHARACTERS),
                bad("ᠴᠢ\u180B\u180Bᠩᠭᠢᠰ", TextRule.CHARACTERS),
                bad("辻\uDB40\uDD00\uDB40\uDD01 葛", TextRule.CHARACTERS),
                bad("辻\u3099\uDB40\uDD00", TextRule.CHARACTERS),
                bad("Pride \uD83C\uDFF3\uFE0F\uFE0F", TextRule.CHARACTERS),
                bad("Ada\uD81B\uDFE4Lovelace", TextRule.CHARACTERS),
                bad("Ada\uD834\uDD59Lovelace", TextRule.CHARACTERS),
                bad("Ada\uD80D\uDC41Lovelace", TextRule.CHARACTERS),
                bad("Ada\uFFF9Lovelace", TextRule.CHARACTERS),
                bad("Z\u0316\u0317\u0318\u0319algo", TextRule.MARKS),
                bad("ก\u0E47\u0E47\u0E47\u0E47", TextRule.MARKS),
                bad("ا\u064E\u064F\u0650\u0652\u0670", TextRule.MARKS),
                bad("क\u0941\u200D\u0941\u0941\u0941", TextRule.MARKS),
                bad("A\u20DD\u20DD\u20DD\u20DD", TextRule.MARKS),
                bad("ཀ\u0F90\u0F90\u0F90\u0F90", TextRule.MARKS),
                bad("\u0336Ada", TextRule.MARKS),
                bad("=1+1", TextRule.FORMULA),
                bad(" =HYPERLINK(1)", TextRule.FORMULA),
                bad("@SUM(A1)", TextRule.FORMULA),
                bad("@ada", TextRule.FORMULA),
                bad("＝1", TextRule.FORMULA),
                bad("＠ada", TextRule.FORMULA),
                bad("﹦1", TextRule.FORMULA),
                bad("https://example.org", TextRule.LINK),
                bad("Ada http://example.org/a", TextRule.LINK),
                bad("HTTPS://EXAMPLE.ORG", TextRule.LINK),
                bad("ftp://example.org", TextRule.LINK),
                bad("ｈｔｔｐ：／／ｅ．ｏｒｇ", TextRule.LINK),
                bad("http:\\\\example.org", TextRule.LINK),
                bad("ada@example.org", TextRule.ADDRESS),
                bad("Ada <ada@example.org>", TextRule.ADDRESS),
                bad("ada＠example．org", TextRule.ADDRESS),
                bad("анна@почта.рф", TextRule.ADDRESS),
                bad("用户@例え。テスト", TextRule.ADDRESS),
                bad("+46 70 123 45 67", TextRule.PHONE),
                bad("Ada 070-123 45 67", TextRule.PHONE),
                bad("call +1 (555) 010-9999", TextRule.PHONE),
                bad("Ада +7 (701) 123-45-67", TextRule.PHONE),
                bad("٠٧٠ ١٢٣ ٤٥ ٦٧", TextRule.PHONE),
                bad("０７０−１２３−４５６７", TextRule.PHONE),
                bad("07.01.23.45.67", TextRule.PHONE),
                bad("0046701234567", TextRule.PHONE),
                bad("+4612345", TextRule.PHONE));
    }

    @ParameterizedTest
    @MethodSource("badNames")
    void refusesWhatIsNoName(String name, TextRule rule) {
        assertRefused(rule.code("name"), () -> new PersonName(name));
        assertRefused(rule.code("name"), () -> new OrganisationName(name));
        assertRefused(rule.code("parent"), () -> OrganisationName.in("parent", name));
        assertRefused(rule.code("role"), () -> Detail.in("role", name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada 555-0123", "Ada 5550123", "1990-01-01 Ada"})
    void takesAShortNumberForAPhoneInTheNameOfAPersonOnly(String name) {
        assertRefused("name.phone", () -> new PersonName(name));
        assertThat(new OrganisationName(name).value()).isEqualTo(name);
    }

    @Test
    void namesEveryCodeThatANameCanBeRefusedWith() {
        assertThat(badNames().map(row -> ((TextRule) row.get()[1]).code("name")))
                .containsOnlyElementsOf(PersonName.CODES)
                .containsAll(PersonName.CODES);
        assertThat(Detail.codes("role")).contains("role.too-long").hasSameSizeAs(PersonName.CODES);
    }

    @Test
    void countsCodePointsAfterComposing() {
        assertThat(new PersonName("𐐀".repeat(120)).value()).hasSize(240);
        assertThat(new PersonName("e\u0301".repeat(120)).value()).isEqualTo("é".repeat(120));
        assertThat(new OrganisationName("ø".repeat(200)).value()).hasSize(200);
        assertRefused("name.too-long", () -> new PersonName("a".repeat(121)));
        assertRefused("name.too-long", () -> new OrganisationName("a".repeat(201)));
        assertRefused("city.too-long", () -> Detail.in("city", "a".repeat(121)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {" Ada ", "\tAda\n", "\u00A0Ada\u3000", "\u200EAda\u200F", "\uFEFFAda\u200B", "\u061CAda \u200E "
            })
    void dropsWhatCameAlongWhenANameWasPasted(String pasted) {
        assertThat(new PersonName(pasted).value()).isEqualTo("Ada");
    }

    @Test
    void takesALinkAndANumberInACommentButNothingThatDeceives() {
        assertThat(new Comment("=1\nhttps://example.org a@example.org 070-123 45 67").value())
                .startsWith("=1\n");
        assertRefused("comment.characters", () -> new Comment("a\u202Eb"));
        assertRefused("comment.marks", () -> new Comment("a" + "\u0316".repeat(4)));
    }

    private static Arguments bad(String name, TextRule rule) {
        return Arguments.of(name, rule);
    }

    private static void assertRefused(String code, Runnable making) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(making::run)
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
