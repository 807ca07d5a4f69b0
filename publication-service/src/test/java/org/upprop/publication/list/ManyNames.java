package org.upprop.publication.list;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.upprop.appeal.AppealSlug;
import org.upprop.signature.SignatoryKind;

/**
 * Makes up signatories of many scripts, as often as people are called so: few given names are frequent, most family names
 * rare, and a country writes in its own script, mostly. One in 50 is an organisation. The same seed makes the same.
 */
final class ManyNames {

    private static final List<People> PEOPLES = List.of(
            new People(
                    List.of("IE", "GB", "US", "AU"),
                    "Mary John Patrick Sarah James Emma Aoife Michael Siobhán David Seán Anna Laura Paul",
                    "an o'bri mac ken nel mur phy sul li doo ley col lins wal she ran byr ne ry quin"),
            new People(
                    List.of("SE", "DK", "NO", "DE", "PL"),
                    "Anna Åsa Lars Søren Björn Maria Jürgen Łukasz Karin Małgorzata Per Ingrid Zoë",
                    "jo han sson lind berg ström mül ler kow alski niel sen holm å kes son öst nowak"),
            new People(
                    List.of("ES", "MX", "AR", "BR", "PT"),
                    "María José Ana Carlos Lucía Juan Pedro João Marta Luis Carmen Ángel",
                    "gar cía mar tí nez lo pez pé re sán chez gon zá les ro drí guez sil va"),
            new People(
                    List.of("KZ", "RU", "UA", "KG"),
                    "Айгүл Мария Александр Нұрлан Елена Ержан Ольга Әсел Сергей Анна Иван Алексей Дана",
                    "ива нов сидо ренко ах ме тов нұр лан бе ков али ев қа был се рік ша ова ба ев"),
            new People(
                    List.of("EG", "MA", "JO", "DZ"),
                    "محمد أحمد فاطمة علي مريم يوسف حسن عائشة نور حسين إبراهيم",
                    "ال مص ري حس ين عب د الله خل يل سع يد نج ار صا لح مح مود"),
            new People(
                    List.of("TR"),
                    "Ayşe Mehmet Fatma İbrahim Ali Zeynep Işık",
                    "yıl maz de mir çe lik ka ya şa hin öz"),
            new People(List.of("CN", "JP"), "伟 芳 娜 敏 静 秀英 丽 强 磊 洋", "王 李 张 刘 陈 杨 赵 黄 周 吴"));

    private final Random random;

    ManyNames(long seed) {
        random = new Random(seed);
    }

    AnEntry next(AppealSlug appeal, long number) {
        People people = frequent(PEOPLES);
        String name = people.person(random);
        boolean organisation = random.nextInt(50) == 0;
        boolean abroad = random.nextInt(20) == 0;
        return (organisation
                        ? AnEntry.ofOrganisation("Union " + people.family(random) + " " + number)
                        : AnEntry.of(name))
                .as(organisation ? SignatoryKind.ORGANISATION : SignatoryKind.INDIVIDUAL)
                .on(appeal)
                .from(frequent((abroad ? frequent(PEOPLES) : people).countries()))
                .later(Duration.ofSeconds(number));
    }

    /** What somebody may have typed: a full name as it stands on the list. */
    String person() {
        return frequent(PEOPLES).person(random);
    }

    String given() {
        return frequent(frequent(PEOPLES).given());
    }

    private <T> T frequent(List<T> values) {
        return frequent(values, random);
    }

    /** The first twice as often as the second, three times as often as the third. */
    private static <T> T frequent(List<T> values, Random random) {
        double all = 0;
        for (int place = 1; place <= values.size(); place++) {
            all += 1.0 / place;
        }
        double drawn = random.nextDouble() * all;
        for (int place = 1; place < values.size(); place++) {
            drawn -= 1.0 / place;
            if (drawn < 0) {
                return values.get(place - 1);
            }
        }
        return values.getLast();
    }

    private record People(List<String> countries, List<String> given, List<String> syllables) {

        People(List<String> countries, String given, String syllables) {
            this(countries, List.of(given.split(" ")), List.of(syllables.split(" ")));
        }

        String person(Random random) {
            String second = random.nextInt(5) == 0 ? " " + frequent(given, random) : "";
            return frequent(given, random) + second + " " + family(random);
        }

        String family(Random random) {
            List<String> parts = new ArrayList<>();
            for (int part = 0; part < 2 + random.nextInt(3); part++) {
                parts.add(syllables.get(random.nextInt(syllables.size())));
            }
            String family = String.join("", parts);
            int first = family.offsetByCodePoints(0, 1);
            return Character.toString(Character.toTitleCase(family.codePointAt(0))) + family.substring(first);
        }
    }
}
