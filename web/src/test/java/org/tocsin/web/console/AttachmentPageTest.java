package org.tocsin.web.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockPart;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.tocsin.model.incident.Incident;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.web.fake.As;
import org.tocsin.web.fake.Judged;
import org.tocsin.web.fake.Made;
import org.tocsin.web.fake.Streamed;
import org.tocsin.web.fake.WebTest;

@WebTest
class AttachmentPageTest {
  private static final RequestPostProcessor ANALYST = As.person("alma", Role.ANALYST);
  private static final RequestPostProcessor AUDITOR = As.person("aude", Role.AUDITOR);
  private static final RequestPostProcessor FRENCH = As.person("focal-fr", Role.FOCAL_POINT);
  private static final RequestPostProcessor GERMAN =
      As.personOf("cert-de", "focal-de", Role.FOCAL_POINT);
  private static final String PAGE = "<script>alert(1)</script>";
  private static final String FORM = "enctype=\"multipart/form-data\"";

  @Autowired private MockMvc web;
  @Autowired private Judged judged;
  @Autowired private Streamed streamed;

  private String path;

  @BeforeEach
  void open() {
    UUID incident = Made.opened(judged, 1, "192.0.2.1", Tlp.AMBER);
    path = "/incidents/" + judged.now.get(Incident.ref(incident)).as(Incident.class).number();
  }

  @AfterEach
  void clear() {
    judged.clear();
    streamed.clear();
  }

  @Test
  void shouldListWhatWasAddedAndHandItOutToBeKept() throws Exception {
    add(ANALYST, "note.html", "direction", "to", "whom", "focal-fr").andExpect(redirectedUrl(path));
    add(ANALYST, "letter.pdf", "direction", "from", "whom", "the bank")
        .andExpect(redirectedUrl(path));

    String page = body(ask(path, ANALYST));
    assertThat(page).contains("note.html", ", to focal-fr", "letter.pdf", "from the bank");
    assertThat(page).contains("file note.html, 25 bytes, to focal-fr");
    assertThat(links(page)).hasSize(2);
    ask(links(page).getFirst(), ANALYST)
        .andExpect(status().isOk())
        .andExpect(content().bytes(PAGE.getBytes(UTF_8)))
        .andExpect(content().contentType(MediaType.APPLICATION_OCTET_STREAM))
        .andExpect(header().string("Content-Disposition", startsWith("attachment;")))
        .andExpect(header().string("X-Content-Type-Options", "nosniff"));
  }

  @Test
  void shouldShowEverybodyTheFilesTheyMayHaveAndTheFormToThoseWhoMaySend() throws Exception {
    add(ANALYST, "team.txt");
    add(FRENCH, "theirs.txt").andExpect(redirectedUrl(path));

    String french = body(ask(path, FRENCH));
    assertThat(french).contains("theirs.txt", FORM).doesNotContain("team.txt", "name=\"whom\"");
    assertThat(body(ask(path, AUDITOR))).contains("theirs.txt", "team.txt").doesNotContain(FORM);
    String team = links(body(ask(path, ANALYST))).getFirst();
    ask(team, AUDITOR).andExpect(status().isOk());
    ask(team, FRENCH).andExpect(status().isNotFound());
    ask(team, GERMAN).andExpect(status().isNotFound());
    add(AUDITOR, "a.txt").andExpect(status().isForbidden());
    add(GERMAN, "a.txt").andExpect(status().isNotFound());
  }

  @Test
  void shouldSayOnThePageWhatIsWrong() throws Exception {
    assertThat(body(add(ANALYST, "../a.txt").andExpect(status().isOk())))
        .contains("role=\"alert\"", "name: must be a file&#39;s name without a path.");
    assertThat(body(web.perform(multipart(path + "/attachments").with(ANALYST).with(csrf()))))
        .contains("Send 1 to 10 files.");

    assertThat(streamed.attachments).isEmpty();
  }

  @Test
  void shouldAddNothingTwiceWhenAFormIsSentTwice() throws Exception {
    String command = UUID.randomUUID().toString();
    add(ANALYST, "a.txt", "commandId", command).andExpect(redirectedUrl(path));
    add(ANALYST, "a.txt", "commandId", command).andExpect(redirectedUrl(path));

    assertThat(links(body(ask(path, ANALYST)))).hasSize(1);
    assertThat(streamed.attachments).hasSize(1);
  }

  @Test
  void shouldTakeNothingFromAnotherSite() throws Exception {
    web.perform(multipart(path + "/attachments").part(part("a.txt")).with(ANALYST))
        .andExpect(status().isForbidden());

    assertThat(streamed.attachments).isEmpty();
  }

  private ResultActions add(RequestPostProcessor who, String name, String... fields)
      throws Exception {
    var request = multipart(path + "/attachments").part(part(name));
    for (int at = 0; at < fields.length; at += 2) {
      request.param(fields[at], fields[at + 1]);
    }
    return web.perform(request.with(who).with(csrf()));
  }

  private static MockPart part(String name) {
    return new MockPart("file", name, PAGE.getBytes(UTF_8));
  }

  private ResultActions ask(String address, RequestPostProcessor who) throws Exception {
    return web.perform(get(address).with(who));
  }

  private static String body(ResultActions answer) throws Exception {
    return answer.andReturn().getResponse().getContentAsString();
  }

  private static List<String> links(String page) {
    return Pattern.compile("href=\"([^\"]+/attachments/[^\"]+)\"")
        .matcher(page)
        .results()
        .map(link -> link.group(1))
        .toList();
  }
}
