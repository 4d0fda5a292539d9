package org.tocsin.web.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.tocsin.model.directory.Organisation;
import org.tocsin.model.directory.SharingGroup;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.warning.Warning;
import org.tocsin.web.fake.As;
import org.tocsin.web.fake.Judged;
import org.tocsin.web.fake.Made;
import org.tocsin.web.fake.WebTest;

/** The way of a warning through the console. */
@WebTest
class WarningPagesTest {
  private static final RequestPostProcessor ANALYST = As.person("analyst", Role.ANALYST);
  private static final RequestPostProcessor LEAD = As.person("lead", Role.LEAD);
  private static final RequestPostProcessor AUDITOR = As.person("auditor", Role.AUDITOR);
  private static final RequestPostProcessor FRENCH = As.person("focal-fr", Role.FOCAL_POINT);
  private static final RequestPostProcessor GERMAN =
      As.personOf("cert-de", "focal-de", Role.FOCAL_POINT);

  @Autowired private MockMvc web;
  @Autowired private Judged judged;

  @BeforeEach
  void fill() {
    judged
        .journal()
        .append(
            Made.put(
                Organisation.ref("cert-fr"),
                "{\"name\": \"CERT-FR\", \"kind\": \"focal-point\", \"identities\": [\"focal-fr\"]}"));
    judged
        .journal()
        .append(
            Made.put(
                SharingGroup.ref("energy"),
                "{\"name\": \"<i>Energy</i>\", \"owner\": \"cert-fr\", \"members\": [\"cert-fr\"]}"));
  }

  @AfterEach
  void clear() {
    judged.clear();
  }

  @Test
  void shouldGoFromABlankPageToAnAcknowledgedWarning() throws Exception {
    assertThat(page("/warnings/new", ANALYST)).contains("New warning", "Who gets it");
    String number = written();
    assertThat(page("/warnings/" + number + "/review", ANALYST))
        .contains("Submit for review", "1 organisation", "CERT-FR", "focal-fr");
    assertThat(page("/warnings", FRENCH)).doesNotContain("Phishing");

    step(number, ANALYST, "submit", "");
    assertThat(page("/warnings/" + number + "/review", ANALYST)).doesNotContain("Approve exactly");
    String review = page("/warnings/" + number + "/review", LEAD);
    assertThat(review).contains("Approve exactly this").doesNotContain("Publish to");
    step(number, LEAD, "approve", hidden(review, "hash"));
    assertThat(page("/warnings/" + number + "/review", LEAD))
        .contains("Approved by lead", "Publish to 1 organisation");
    step(number, LEAD, "publish", "");

    assertThat(page("/warnings", FRENCH)).contains("Phishing", "to acknowledge");
    assertThat(page("/warnings/" + number, FRENCH))
        .contains("Mail that asks for passwords", "login.example", "Do not answer.")
        .contains("Acknowledge</button>")
        .doesNotContain("analyst", "lead", "Update</button>");
    assertThat(page("/warnings/" + number + "/board", LEAD)).contains("not yet");
    send(post("/warnings/" + number + "/acknowledgement").param("version", "1"), FRENCH);
    assertThat(page("/warnings/" + number, FRENCH)).contains("You have acknowledged it");
    assertThat(page("/warnings/" + number + "/board", LEAD)).contains("focal-fr");
  }

  @Test
  void shouldNotBeThereForThoseItIsNotFor() throws Exception {
    String number = published();

    assertThat(page("/warnings", GERMAN)).doesNotContain("Phishing");
    for (String page : new String[] {"", "/board", "/review", "/edit", "/end", "/board/live"}) {
      assertThat(send(get("/warnings/" + number + page), GERMAN).getStatus())
          .as(page)
          .isEqualTo(404);
    }
    assertThat(send(post("/warnings/" + number + "/acknowledgement"), GERMAN).getStatus())
        .isEqualTo(404);
    assertThat(send(get("/warnings/" + number + "/board"), FRENCH).getStatus()).isEqualTo(403);
    assertThat(send(get("/warnings/new"), FRENCH).getStatus()).isEqualTo(403);
    assertThat(send(get("/warnings/new"), AUDITOR).getStatus()).isEqualTo(403);
    assertThat(page("/warnings/" + number + "/review", AUDITOR)).doesNotContain("<textarea");
  }

  @Test
  void shouldShowANewWarningWithoutReloadAndNothingWhereNothingIsNew() throws Exception {
    String before = seen(page("/warnings", FRENCH));
    assertThat(send(get("/warnings/live").param("seen", before), FRENCH).getStatus())
        .isEqualTo(204);
    published();
    String live = page("/warnings/live?seen=" + before, FRENCH);

    assertThat(live).contains("Phishing").doesNotContain("<html");
    assertThat(send(get("/warnings/live").param("seen", seen(live)), FRENCH).getStatus())
        .isEqualTo(204);
  }

  @Test
  void shouldShowTheBoardLive() throws Exception {
    String number = published();
    String board = page("/warnings/" + number + "/board", LEAD);
    String live = "/warnings/" + number + "/board/live?seen=" + seen(board);
    assertThat(send(get(live), LEAD).getStatus()).isEqualTo(204);
    send(post("/warnings/" + number + "/acknowledgement"), FRENCH);

    assertThat(page(live, LEAD)).contains("focal-fr").doesNotContain("<html");
  }

  @Test
  void shouldShowWhatIsDifferentFromThePublishedVersion() throws Exception {
    String number = published();
    assertThat(step(number, ANALYST, "update", "").getRedirectedUrl()).endsWith("/edit");
    String editor = page("/warnings/" + number + "/edit", ANALYST);
    assertThat(editor).contains("Update of " + number, "What is new, for readers");
    send(
        form("/warnings/" + number + "/text")
            .param("commandId", hidden(editor, "commandId"))
            .param("version", hidden(editor, "version"))
            .param("title", "Phishing")
            .param("summary", "Mail that asks for card numbers.")
            .param("citizens", "Do not answer.")
            .param("observables", "login.example")
            .param("note", "Cards"),
        ANALYST);

    assertThat(page("/warnings/" + number + "/review", LEAD))
        .contains("What is different from version 1", "<del>passwords", "<ins>card");
    assertThat(page("/warnings/" + number, FRENCH))
        .contains("passwords")
        .doesNotContain("card numbers");
    step(number, ANALYST, "submit", "");
    step(number, LEAD, "approve", hidden(page("/warnings/" + number + "/review", LEAD), "hash"));
    step(number, LEAD, "publish", "");
    assertThat(page("/warnings/" + number + "?version=2", FRENCH))
        .contains("What is new in version 2", "<ins>card", "Cards");
    assertThat(page("/warnings/" + number + "?version=1", FRENCH))
        .contains("This is an earlier version");
  }

  @Test
  void shouldSayWhatIsWrongAndKeepWhatWasWritten() throws Exception {
    MockHttpServletResponse answer =
        send(
            form("/warnings")
                .param("title", "<i>bad</i>")
                .param("summary", "S")
                .param("cves", "nonsense"),
            ANALYST);

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getContentAsString())
        .contains("is no CVE", "nonsense", "&lt;i&gt;bad&lt;/i&gt;")
        .doesNotContain("<i>bad</i>", "<i>Energy</i>");
    String number = published();
    assertThat(step(number, LEAD, "withdraw", "").getContentAsString()).contains("Reason: missing");
    assertThat(step(number, LEAD, "submit", "").getContentAsString())
        .contains("Nothing is being written");
  }

  @Test
  void shouldNarrowAndWithdraw() throws Exception {
    String number = published();
    assertThat(page("/warnings/" + number + "/end", LEAD)).contains("Withdraw for good", "CERT-FR");
    assertThat(page("/warnings/" + number + "/end", ANALYST)).contains("nothing here for you");
    MockHttpServletResponse answer =
        send(
            post("/warnings/" + number + "/actions")
                .param("action", "narrow")
                .param("tlp", "AMBER_STRICT")
                .param("groups", "energy"),
            LEAD);
    assertThat(answer.getStatus()).isEqualTo(302);

    assertThat(page("/warnings/" + number, FRENCH))
        .contains("This warning was taken back", "It goes on as");
    assertThat(page("/warnings", FRENCH)).contains("TLP:AMBER+STRICT");
  }

  @Test
  void shouldSayWhomAFormWouldReachAsItStands() throws Exception {
    MockHttpServletResponse green =
        send(post("/warnings/recipients").param("tlp", "GREEN"), ANALYST);
    assertThat(green.getContentAsString()).contains("Every organisation of the network", "CERT-FR");
    MockHttpServletResponse red =
        send(
            post("/warnings/recipients").param("tlp", "RED").param("persons", "focal-fr\nnobody"),
            ANALYST);
    assertThat(red.getContentAsString()).contains("CERT-FR", "Not in the directory", "nobody");
    assertThat(send(post("/warnings/recipients").param("tlp", "GREEN"), FRENCH).getStatus())
        .isEqualTo(403);
  }

  @Test
  void shouldTellWhatALineToLookForIs() {
    assertThat(WarningForm.typeOf("192.0.2.0/24")).isEqualTo("ip");
    assertThat(WarningForm.typeOf("2001:db8::1")).isEqualTo("ip");
    assertThat(WarningForm.typeOf("https://a.example/x")).isEqualTo("url");
    assertThat(WarningForm.typeOf("a@b.example")).isEqualTo("email-addr");
    assertThat(WarningForm.typeOf("a.example")).isEqualTo("domain-name");
    assertThat(WarningForm.typeOf("d41d8cd98f00b204e9800998ecf8427e")).isEqualTo("md5");
    assertThat(WarningForm.typeOf("ab".repeat(20))).isEqualTo("sha-1");
    assertThat(WarningForm.typeOf("ab".repeat(32))).isEqualTo("sha-256");
  }

  private String written() throws Exception {
    String command = UUID.randomUUID().toString();
    MockHttpServletResponse answer =
        send(
            form("/warnings")
                .param("commandId", command)
                .param("version", "0")
                .param("title", "Phishing")
                .param("summary", "Mail that asks for passwords.")
                .param("citizens", "Do not answer.")
                .param("observables", "login.example"),
            ANALYST);
    assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(302);
    return judged.now.values().stream()
        .filter(revision -> revision.state().has("number"))
        .map(revision -> revision.as(Warning.class).number())
        .findFirst()
        .orElseThrow();
  }

  private static MockHttpServletRequestBuilder form(String path) {
    return post(path)
        .param("severity", "high")
        .param("type", "phishing")
        .param("tlp", "AMBER")
        .param("groups", "energy");
  }

  private String published() throws Exception {
    String number = written();
    step(number, ANALYST, "submit", "");
    step(number, LEAD, "approve", hidden(page("/warnings/" + number + "/review", LEAD), "hash"));
    step(number, LEAD, "publish", "");
    return number;
  }

  private MockHttpServletResponse step(
      String number, RequestPostProcessor who, String action, String hash) throws Exception {
    return send(
        post("/warnings/" + number + "/actions").param("action", action).param("hash", hash), who);
  }

  private static String seen(String page) {
    Matcher found = Pattern.compile("seen=([0-9a-f]+)").matcher(page);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static String hidden(String page, String name) {
    Matcher found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
    assertThat(found.find()).as(name).isTrue();
    return found.group(1);
  }

  private String page(String path, RequestPostProcessor who) throws Exception {
    MockHttpServletResponse answer = send(get(path), who);
    assertThat(answer.getStatus()).as(path).isEqualTo(200);
    return answer.getContentAsString();
  }

  private MockHttpServletResponse send(
      MockHttpServletRequestBuilder request, RequestPostProcessor who) throws Exception {
    return web.perform(request.with(who).with(csrf())).andReturn().getResponse();
  }
}
