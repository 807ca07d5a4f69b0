package org.upprop.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upprop.local.Campaign.organisation;
import static org.upprop.local.Campaign.person;
import static org.upprop.local.Campaign.someAddress;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.upprop.local.Campaign.Link;
import org.upprop.local.stack.StackUnderTest;
import tools.jackson.databind.node.ObjectNode;

/** Names that are hard for computers, each of which somebody has, from the API to the list. */
@ExtendWith(StackUnderTest.Shared.class)
class NamesIT {

    private static final List<String> PEOPLE = List.of(
            "O",
            "王",
            "D’Arcy O'Neill",
            "Oʻtkir Gʻulomov",
            "Martin Luther King, Jr.",
            "X Æ A-12",
            "Jennifer 8. Lee",
            "Robert'); DROP TABLE entries;--",
            "Null",
            "Anna \"Ninni\" <Å> & Söner",
            "Nguyễn Thị Ánh Nguyệt",
            "Ẹ̀bùn Ọlátúnjí Adéṣọ̀lá",
            "Andrianampoinimerinatompokoindrindra Rasoanandrasanaharivony",
            "Әйгерім Жүнісқызы",
            "Наталія В'ячеславівна Ґонта",
            "გიორგი მჭედლიშვილი",
            "مُحَمَّدُ بْنُ عَبْدِ ٱللَّٰهِ",
            "علی\u200Cرضا بیگی",
            "שָׂרָה בַּת־שֶׁבַע",
            "สมชาย น้ำผึ้ง",
            "စောဖြူနှင်း လှုံ့",
            "བསྟན་འཛིན་རྒྱ་མཚོ",
            "क्\u200Dषत्रिय द्विवेदी",
            "ராமகிருஷ்ணன்",
            "ශ්\u200Dරියානි",
            "አበበ ብርሃኑ",
            "𞤀𞤣𞤢𞤥 𞤄𞤢𞤪𞤪𞤭𞤴",
            "山田\u3000太郎",
            "𠮷野家 𩸽",
            "辻\uDB40\uDD00 葛",
            "李·艾哈迈德",
            "김정은");

    private static final List<String> ORGANISATIONS = List.of(
            "350.org",
            "+972 Magazine",
            "-ismo colectivo",
            "1199SEIU",
            "#NiUnaMenos",
            "SUD-PTT",
            "«Жаңаөзен» кәсіподағы",
            "ווי אנד פריענדס בע\"מ",
            "日本労働組合総連合会（連合）");

    private final Campaign campaign;

    NamesIT(StackUnderTest stack) {
        this.campaign = Campaign.publishedIn(stack.ports(), stack.token());
    }

    @Test
    void everyNameArrivesOnTheListAsItWasTyped() {
        Map<String, String> decisions = new LinkedHashMap<>();
        PEOPLE.forEach(name -> {
            String address = someAddress();
            submit(person("", address), name);
            decisions.put(address, "full");
        });
        ORGANISATIONS.forEach(name -> {
            String domain = "u" + UUID.randomUUID() + "-example.org";
            submit(organisation("", "office@" + domain, "https://" + domain), name);
            decisions.put("office@" + domain, "authorised");
        });
        decisions.forEach((address, decision) -> {
            Link link = campaign.linkSentTo(address);
            assertThat(campaign.decide(link, decision).statusCode()).isEqualTo(200);
        });

        List<String> all = new ArrayList<>(PEOPLE);
        all.addAll(ORGANISATIONS);
        campaign.awaitNames(all.toArray(String[]::new));
        String page = campaign.get(campaign.listAddress()).body();
        assertThat(page).contains("Ẹ̀bùn Ọlátúnjí Adéṣọ̀lá", "علی\u200Cرضا بیگی", "+972 Magazine");
        assertThat(page).doesNotContain("<Å>");
    }

    private void submit(ObjectNode signature, String name) {
        campaign.submitUntilAccepted(signature.put("name", name));
    }
}
