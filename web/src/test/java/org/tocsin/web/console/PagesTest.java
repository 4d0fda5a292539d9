package org.tocsin.web.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tocsin.model.account.Account;
import org.tocsin.model.directory.Organisation;
import org.tocsin.model.directory.SharingGroup;
import org.tocsin.model.incident.Incident;
import org.tocsin.model.journal.Actor;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.report.Lane;
import org.tocsin.model.report.RawLocation;
import org.tocsin.model.report.RejectReason;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.store.ReceiptAccount;
import org.tocsin.web.fake.As;
import org.tocsin.web.fake.Judged;
import org.tocsin.web.fake.Kept;
import org.tocsin.web.fake.Led;
import org.tocsin.web.fake.Made;
import org.tocsin.web.fake.Note;
import org.tocsin.web.fake.Streamed;
import org.tocsin.web.fake.WebTest;

@WebTest
class PagesTest {
  private static final String OBSERVATION = "/observations/12345678-0000-5000-8000-000000000000";
  private static final String REJECT = "/rejects/12345678-0000-5000-8000-000000000005-0-0";
  private static final String INCIDENT = "/incidents/12345678-0000-5000-8000-000000000008";
  private static final String RECEIPT = "/receipts/12345678-0000-5000-8000-000000000005";

  @Autowired private MockMvc web;
  @Autowired private Kept kept;
  @Autowired private Streamed streamed;
  @Autowired private Judged judged;
  @Autowired private Led led;

  @BeforeEach
  void keep() {
    RawLocation raw = new RawLocation(Lane.BULK, 0, 5);
    String rows = Made.row(0, "<b>nowhere</b>");
    streamed.records.put(raw, Made.raw(5, "shadowserver", "", Made.HEADER + rows, 1));
    kept.rejects.add(Made.reject(5, 0, "feed-1", 2L, "ip", RejectReason.BAD_VALUE));
    for (int n = 0; n < 60; n++) {
      kept.observations.add(
          Made.observation(
              n, Tlp.AMBER, "feed-1", n % 2 == 0 ? Rsit.C2_SERVER : null, Made.NOON, raw));
    }
    kept.objects.add(
        Made.object(
            1, Tlp.GREEN, "feed-1", "{\"type\":\"malware\",\"id\":\"m\",\"name\":\"<i>bad</i>\"}"));
    kept.receipts.add(receipt(new Account(12_431, 11_020, 1_400, 0, 11, 0)));
    judged
        .journal()
        .append(
            Made.put(
                Organisation.ref("bank"),
                """
                {"name": "<i>bad</i>", "kind": "constituent", "assets": ["192.0.2.0/24"],
                 "contacts": [{"name": "<i>bad</i>", "phone": "123", "languages": ["en"]}],
                 "keys": [{"kind": "pgp", "fingerprint": "0123456789ABCDEF0123456789ABCDEF01234567"}]}
                """));
    judged
        .journal()
        .append(
            Made.put(
                SharingGroup.ref("west"),
                "{\"name\": \"<i>bad</i>\", \"owner\": \"bank\", \"members\": [\"bank\"]}"));
    judged.journal().append(Note.write(Made.id(7), "<i>bad</i>", "alma"));
    judged
        .journal()
        .append(
            new Command(
                Made.id(8),
                new Actor("alma", Set.of(Role.ANALYST), null),
                Incident.ref(Made.id(8)),
                null,
                "create",
                EntityJson.MAPPER
                    .createObjectNode()
                    .put("title", "<i>bad</i>")
                    .put("description", "<i>bad</i>")));
  }

  @AfterEach
  void clear() {
    kept.clear();
    streamed.clear();
    judged.clear();
    led.to.clear();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/?span=week&provider=shadowserver",
        "/feeds",
        "/feeds/osint",
        "/feeds/urlhaus",
        "/search",
        "/search?q=open&type=c2-server",
        "/search?asn=x",
        OBSERVATION,
        "/rejects",
        "/rejects?reason=bad-value",
        "/rejects?receipt=x",
        REJECT,
        RECEIPT,
        "/objects",
        "/directory",
        "/directory?asset=192.0.2.1&kind=peer",
        "/directory?asset=no%20asset",
        "/directory/bank",
        "/sharing-groups/west",
        "/incidents",
        "/incidents?state=closed&assignee=me&type=c2-server",
        "/incidents?state=x",
        INCIDENT,
        "/incidents/new",
        "/journal",
        "/journal?entity=x",
        "/journal/proof",
        "/help",
        "/problems",
        "/signed-out",
        "/sign-in-failed"
      })
  void shouldRenderWithoutAnythingTheContentPolicyForbids(String path) throws Exception {
    String page =
        analyst(get(path))
            .andExpect(status().isOk())
            .andExpect(
                header()
                    .string(
                        "Content-Security-Policy",
                        "default-src 'self'; img-src 'self' data:; object-src 'none';"
                            + " base-uri 'none'; frame-ancestors 'none'; form-action 'self'"
                            + " http://127.0.0.1:8180"))
            .andExpect(header().string("X-Content-Type-Options", "nosniff"))
            .andExpect(header().string("Referrer-Policy", "same-origin"))
            .andReturn()
            .getResponse()
            .getContentAsString();

    assertThat(page)
        .startsWith("<!DOCTYPE html>")
        .endsWith("</html>\n")
        .doesNotContainPattern("(?i)\\sstyle\\s*=")
        .doesNotContainPattern("(?i)\\son[a-z]+\\s*=")
        .doesNotContainPattern("(?i)<style")
        .doesNotContainPattern("(?i)javascript:")
        .doesNotContain("th:", "hx-on", "[[", "<b>nowhere", "<i>bad", "<script>alert");
    Matcher scripts = Pattern.compile("<script([^>]*)>([^<]*)").matcher(page);
    while (scripts.find()) {
      assertThat(scripts.group(1)).contains("src=\"/");
      assertThat(scripts.group(2)).isBlank();
    }
  }

  @Test
  void shouldLeadFromAReceiptToItsIncidentsAsFarAsThePolicyShowsThem() throws Exception {
    led.to.add(Led.incident("2026-000001", Tlp.CLEAR));
    led.to.add(Led.incident("2026-000002", Tlp.RED));
    web.perform(get(RECEIPT).with(As.person("feed-1", Role.FOCAL_POINT)))
        .andExpect(content().string(containsString("2026-000001")))
        .andExpect(content().string(not(containsString("2026-000002"))));
  }

  @Test
  void shouldShowOnItsPageSinceWhenAListHoldsAnEntryAndWhetherStill() throws Exception {
    kept.observations.add(Made.listed(107, Made.NOON, null));
    kept.observations.add(Made.listed(108, Made.NOON, Made.NOON.plusSeconds(60)));

    analyst(get("/observations/" + Made.id(107)))
        .andExpect(content().string(containsString("Listed since")))
        .andExpect(content().string(containsString("2026-03-01 13:00:00")))
        .andExpect(content().string(containsString("Last reported")))
        .andExpect(content().string(containsString("Still listed")));
    analyst(get("/observations/" + Made.id(108)))
        .andExpect(content().string(containsString("2026-03-01 12:01:00")))
        .andExpect(content().string(not(containsString("Still listed"))));
    analyst(get(OBSERVATION)).andExpect(content().string(not(containsString("Listed since"))));
  }

  @Test
  void shouldShowTheJournalToTheTeamAlone() throws Exception {
    analyst(get("/journal"))
        .andExpect(content().string(containsString("warning/note")))
        .andExpect(content().string(containsString("href=\"/journal\"")));
    analyst(get("/journal/proof"))
        .andExpect(content().string(containsString("Nothing was changed")));
    web.perform(get("/journal").with(As.person("focal-fr", Role.FOCAL_POINT)))
        .andExpect(status().isForbidden());
    web.perform(get("/").with(As.person("focal-fr", Role.FOCAL_POINT)))
        .andExpect(content().string(not(containsString("href=\"/journal\""))));
  }

  @Test
  void shouldSayThePlainEquation() throws Exception {
    analyst(get(RECEIPT))
        .andExpect(
            content()
                .string(
                    containsString(
                        "12,431 collected = 11,020 observed + 1,400 duplicate + 0 suppressed"
                            + " + 11 rejected + 0 pending")));
  }

  @Test
  void shouldRingTheAlarmWhenAnEquationDoesNotHold() throws Exception {
    analyst(get("/")).andExpect(content().string(not(containsString("does not hold"))));

    kept.unbalanced.add(receipt(new Account(100, 97, 0, 0, 0, 0)));

    analyst(get("/"))
        .andExpect(content().string(containsString("role=\"alert\"")))
        .andExpect(content().string(containsString("The equation does not hold")))
        .andExpect(content().string(containsString("3 records are missing")));
    web.perform(get("/").with(As.person("focal-fr", Role.FOCAL_POINT)))
        .andExpect(content().string(not(containsString("does not hold"))));
  }

  @Test
  void shouldLeaveThePageAloneWhenNothingChanged() throws Exception {
    Matcher poll =
        Pattern.compile("hx-get=\"(/incoming[^\"]+)\"")
            .matcher(analyst(get("/")).andReturn().getResponse().getContentAsString());
    assertThat(poll.find()).isTrue();
    String address = poll.group(1).replace("&amp;", "&");

    analyst(get(address)).andExpect(status().isNoContent());
    kept.unbalanced.add(receipt(new Account(100, 97, 0, 0, 0, 0)));
    analyst(get(address))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("The equation does not hold")));
  }

  @Test
  void shouldTellOutagesApartFromEmptiness() throws Exception {
    kept.away = true;
    analyst(get("/"))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Elasticsearch does not answer")));
    analyst(get("/incoming")).andExpect(status().isOk());
  }

  @Test
  void shouldGoOnByCursor() throws Exception {
    Matcher more =
        Pattern.compile("hx-get=\"(/search/more[^\"]+)\"")
            .matcher(
                analyst(get("/search?provider=shadowserver"))
                    .andReturn()
                    .getResponse()
                    .getContentAsString());
    assertThat(more.find()).isTrue();

    String rows =
        analyst(get(more.group(1).replace("&amp;", "&")))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString();
    assertThat(rows).contains("provider=shadowserver").doesNotContain("<html", "Show more");
    assertThat(Pattern.compile("row-link").matcher(rows).results().count()).isEqualTo(10);
  }

  @Test
  void shouldLeadFromEveryIndicatorToWhateverElseHasIt() throws Exception {
    analyst(get(OBSERVATION))
        .andExpect(content().string(containsString("href=\"/search?ip=192.0.2.1\"")))
        .andExpect(content().string(containsString("href=\"/search?asn=64496\"")))
        .andExpect(content().string(containsString("href=\"/search?domain=host0.example.org\"")))
        .andExpect(content().string(containsString("href=\"/search?country=SE\"")))
        .andExpect(content().string(containsString("href=\"/search?type=c2-server\"")));
  }

  @Test
  void shouldShowRawBytesToTheTeamOnly() throws Exception {
    analyst(get(OBSERVATION + "/bytes"))
        .andExpect(content().string(containsString("timestamp,ip,asn")));
    kept.observations.set(
        0,
        Made.observation(
            0, Tlp.GREEN, "feed-1", Rsit.C2_SERVER, Made.NOON, new RawLocation(Lane.BULK, 0, 5)));
    web.perform(get(OBSERVATION).with(As.person("focal-fr", Role.FOCAL_POINT)))
        .andExpect(status().isOk())
        .andExpect(content().string(not(containsString("Raw bytes"))))
        .andExpect(content().string(not(containsString("/receipts/"))));
    web.perform(get(OBSERVATION + "/bytes").with(As.person("focal-fr", Role.FOCAL_POINT)))
        .andExpect(status().isNotFound());
  }

  @Test
  void shouldGiveTheBundleToKeep() throws Exception {
    analyst(get(OBSERVATION + "/stix"))
        .andExpect(content().contentType("application/stix+json;version=2.1"))
        .andExpect(header().string("Content-Disposition", containsString("attachment")))
        .andExpect(content().string(containsString("\"bundle\"")));
  }

  @Test
  void shouldRedriveWithTokenOfTheFormOnly() throws Exception {
    analyst(post(REJECT + "/redrive")).andExpect(status().isForbidden());
    assertThat(streamed.appended).isEmpty();

    analyst(post(REJECT + "/redrive").with(csrf()).header("HX-Request", "true"))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("through triage again")))
        .andExpect(content().string(not(containsString("<html"))));
    analyst(post(REJECT + "/redrive").with(csrf()))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("<html")))
        .andExpect(content().string(containsString("through triage again")));
    assertThat(streamed.appended).hasSize(2);
  }

  @Test
  void shouldOfferRedriveToThoseWhoMay() throws Exception {
    analyst(get(REJECT)).andExpect(content().string(containsString("Read it again")));
    web.perform(get(REJECT).with(As.person("aude", Role.AUDITOR)))
        .andExpect(status().isOk())
        .andExpect(content().string(not(containsString("Read it again"))));
    web.perform(post(REJECT + "/redrive").with(csrf()).with(As.person("aude", Role.AUDITOR)))
        .andExpect(status().isForbidden());
  }

  @Test
  void shouldMarkRevokedVersions() throws Exception {
    String before = body("/objects?versions=all");
    kept.objects.add(
        Made.object(
            2,
            Tlp.GREEN,
            "feed-1",
            "{\"type\":\"malware\",\"id\":\"m\",\"name\":\"gone\",\"revoked\":true}"));

    assertThat(before).doesNotContain("state-revoked");
    assertThat(body("/objects?versions=all")).containsOnlyOnce("state-revoked");
  }

  private String body(String path) throws Exception {
    return analyst(get(path)).andReturn().getResponse().getContentAsString();
  }

  @Test
  void shouldShowRejectAfterRetentionTookItsBytes() throws Exception {
    streamed.records.clear();

    analyst(get(REJECT))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Retention has taken the raw bytes")));
  }

  @Test
  void shouldMarkTheColumnAtFault() throws Exception {
    analyst(get(REJECT)).andExpect(content().string(containsString("<tr class=\"fault\">")));
  }

  @Test
  void shouldSendAnonymousToSignIn() throws Exception {
    for (String path : new String[] {"/", "/search", "/rejects", "/objects", "/help", RECEIPT}) {
      web.perform(get(path).accept(MediaType.TEXT_HTML))
          .andExpect(status().isFound())
          .andExpect(redirectedUrl("/oauth2/authorization/keycloak"));
    }
  }

  @Test
  void shouldServeAssetsUnderNamesThatNeverChangeTheirContent() throws Exception {
    Matcher sheet =
        Pattern.compile("href=\"(/assets/tocsin-[0-9a-f]{32}\\.css)\"")
            .matcher(analyst(get("/help")).andReturn().getResponse().getContentAsString());
    assertThat(sheet.find()).isTrue();

    web.perform(get(sheet.group(1)))
        .andExpect(status().isOk())
        .andExpect(header().string("Cache-Control", containsString("immutable")));
  }

  private static ReceiptAccount receipt(Account account) {
    return Made.complete(
        Made.submission(5, "feed-1", Made.ORIGIN, "scan_http.csv", Made.NOON, account.collected()),
        account);
  }

  private ResultActions analyst(MockHttpServletRequestBuilder request) throws Exception {
    return web.perform(request.accept(MediaType.TEXT_HTML).with(As.person("alma", Role.ANALYST)));
  }
}
