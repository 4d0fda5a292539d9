package org.tocsin.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockPart;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.web.fake.As;
import org.tocsin.web.fake.Attached;
import org.tocsin.web.fake.Judged;
import org.tocsin.web.fake.Kept;
import org.tocsin.web.fake.Made;
import org.tocsin.web.fake.Streamed;
import org.tocsin.web.fake.WebTest;

@WebTest
class AttachmentsApiTest {
  private static final RequestPostProcessor ANALYST = As.program("alma", Role.ANALYST);
  private static final RequestPostProcessor AUDITOR = As.program("aude", Role.AUDITOR);
  private static final RequestPostProcessor FRENCH =
      As.programOf(As.ORGANISATION, "focal-fr", Role.FOCAL_POINT);
  private static final RequestPostProcessor COLLEAGUE =
      As.programOf(As.ORGANISATION, "second-fr", Role.FOCAL_POINT);
  private static final RequestPostProcessor GERMAN =
      As.programOf("cert-de", "focal-de", Role.FOCAL_POINT);
  private static final byte[] BYTES = {0, -1, 'a', '\r', '\n', 0, 127};
  private static final int LIMIT = 16 * 1024 * 1024;

  @Autowired private MockMvc web;
  @Autowired private Judged judged;
  @Autowired private Kept kept;
  @Autowired private Streamed streamed;

  private UUID incident;
  private String path;

  @BeforeEach
  void open() {
    incident = Made.opened(judged, 1, "192.0.2.1", Tlp.AMBER);
    path = "/api/incidents/" + incident + "/attachments";
  }

  @AfterEach
  void clear() {
    judged.clear();
    kept.clear();
    streamed.clear();
  }

  @Test
  void shouldGiveBackTheBytesThatCameAsAFileToKeep() throws Exception {
    ResultActions added =
        send(body("photo.HTML", BYTES).contentType("text/HTML; charset=utf-8"), ANALYST)
            .andExpect(status().isCreated())
            .andExpect(jsonPath("$.items[*].name", contains("photo.HTML")))
            .andExpect(jsonPath("$.items[0].mediaType", is("text/html")))
            .andExpect(jsonPath("$.items[0].size", is(BYTES.length)))
            .andExpect(jsonPath("$.items[0].sha256", is(Attached.sha256(BYTES))))
            .andExpect(jsonPath("$.items[0].by", is("alma")))
            .andExpect(jsonPath("$.items[0].at", startsWith("2026-")));

    ask(location(added), ANALYST)
        .andExpect(status().isOk())
        .andExpect(content().bytes(BYTES))
        .andExpect(content().contentType(MediaType.APPLICATION_OCTET_STREAM))
        .andExpect(header().string("Content-Disposition", startsWith("attachment;")))
        .andExpect(header().string("Content-Disposition", containsString("photo.HTML")))
        .andExpect(header().string("X-Content-Type-Options", "nosniff"));
    ask(path, ANALYST)
        .andExpect(jsonPath("$.items[*].sha256", contains(Attached.sha256(BYTES))))
        .andExpect(jsonPath("$.items[*].size", contains(BYTES.length)));
    ask("/api/incidents/" + incident + "/timeline", ANALYST)
        .andExpect(jsonPath("$.items[-1:].action", contains("attach")))
        .andExpect(jsonPath("$.items[-1:].details.name", contains("photo.HTML")))
        .andExpect(jsonPath("$.items[-1:].details.kept").doesNotExist());
  }

  @Test
  void shouldTakeTheNameFromTheHeaderInAnyLanguage() throws Exception {
    ResultActions added =
        send(
                post(path)
                    .content(BYTES)
                    .header(
                        "Content-Disposition", "attachment; filename*=UTF-8''r%C3%A9sum%C3%A9.pdf"),
                FRENCH)
            .andExpect(status().isCreated())
            .andExpect(jsonPath("$.items[0].name", is("résumé.pdf")))
            .andExpect(jsonPath("$.items[0].mediaType", is("application/octet-stream")));

    ask(location(added), FRENCH)
        .andExpect(
            header()
                .string("Content-Disposition", endsWith("filename*=UTF-8''r%C3%A9sum%C3%A9.pdf")));
  }

  @Test
  void shouldTakeSeveralFilesOfAForm() throws Exception {
    send(
            multipart(path)
                .part(part("a.txt", "one".getBytes(UTF_8)), part("b.txt", "two".getBytes(UTF_8)))
                .param("to", "focal-fr"),
            ANALYST)
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.items[*].name", contains("a.txt", "b.txt")))
        .andExpect(jsonPath("$.items[*].to", contains("focal-fr", "focal-fr")));

    assertThat(streamed.attachments)
        .extracting(one -> new String(one.bytes(), UTF_8))
        .containsExactly("one", "two");
    ask(path, FRENCH).andExpect(jsonPath("$.items[*].name", contains("a.txt", "b.txt")));
  }

  @Test
  void shouldGiveFilesToWhomeverMayReadTheMessagesBesideThem() throws Exception {
    String team = location(send(body("team.txt", BYTES), ANALYST));
    String french = location(send(body("to-french.txt", BYTES).param("to", "focal-fr"), ANALYST));
    String german = location(send(body("to-german.txt", BYTES).param("to", "focal-de"), ANALYST));
    String theirs = location(send(body("of-french.txt", BYTES), FRENCH));

    ask(path, FRENCH)
        .andExpect(jsonPath("$.items[*].name", contains("to-french.txt", "of-french.txt")));
    ask(path, COLLEAGUE).andExpect(status().isOk()).andExpect(jsonPath("$.items", empty()));
    ask(path, AUDITOR).andExpect(jsonPath("$.items.length()", is(4)));
    ask(path, GERMAN).andExpect(status().isNotFound());
    for (String own : new String[] {french, theirs}) {
      ask(own, FRENCH).andExpect(status().isOk());
      ask(own, COLLEAGUE).andExpect(status().isNotFound());
      ask(own, GERMAN).andExpect(status().isNotFound());
    }
    ask(team, FRENCH).andExpect(status().isNotFound());
    ask(german, FRENCH).andExpect(status().isNotFound());
    ask(german, GERMAN).andExpect(status().isNotFound());
    ask("/api/incidents/" + incident + "/timeline", COLLEAGUE)
        .andExpect(jsonPath("$.items[*].action", contains("open")));
  }

  @Test
  void shouldGiveAFileToThePeopleOfTheOrganisationItIsFor() throws Exception {
    String all = location(send(body("all.txt", BYTES).param("to", As.ORGANISATION), ANALYST));

    ask(all, FRENCH).andExpect(content().bytes(BYTES));
    ask(all, COLLEAGUE).andExpect(content().bytes(BYTES));
  }

  @Test
  void shouldTakeNothingFromThoseWhoMayWriteNoMessage() throws Exception {
    send(body("a.txt", BYTES), AUDITOR).andExpect(status().isForbidden());
    send(body("a.txt", BYTES), GERMAN).andExpect(status().isNotFound());
    send(body("a.txt", BYTES), As.program("feed-1", Role.FEED)).andExpect(status().isNotFound());
    send(body("a.txt", BYTES).param("to", "focal-de"), FRENCH)
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.detail", startsWith("to: ")));
    web.perform(body("a.txt", BYTES)).andExpect(status().isUnauthorized());

    assertThat(streamed.attachments).isEmpty();
  }

  @Test
  void shouldAnswerAsTheFirstTimeAndAddNothingTwice() throws Exception {
    String command = UUID.randomUUID().toString();
    ResultActions first =
        send(body("a.txt", BYTES).param("commandId", command), ANALYST)
            .andExpect(status().isCreated());

    ResultActions again =
        send(body("b.txt", new byte[] {1}).param("commandId", command), ANALYST)
            .andExpect(status().isCreated());

    assertThat(text(again)).isEqualTo(text(first));
    assertThat(location(again)).isEqualTo(location(first)).endsWith(command);
    assertThat(streamed.attachments).hasSize(1);
    ask(path, ANALYST).andExpect(jsonPath("$.items[*].name", contains("a.txt")));
    send(body("a.txt", BYTES).param("commandId", command), FRENCH)
        .andExpect(status().isBadRequest());
  }

  @Test
  void shouldAddWhatIsMissingOfSeveralFilesThatAreSentAgain() throws Exception {
    String command = UUID.randomUUID().toString();
    send(multipart(path).part(part("a.txt", BYTES)).param("commandId", command), ANALYST);

    send(
            multipart(path)
                .part(part("a.txt", BYTES), part("b.txt", BYTES))
                .param("commandId", command),
            ANALYST)
        .andExpect(jsonPath("$.items[*].name", contains("a.txt", "b.txt")));

    ask(path, ANALYST).andExpect(jsonPath("$.items[*].name", contains("a.txt", "b.txt")));
    assertThat(streamed.attachments).hasSize(2);
  }

  @Test
  void shouldRefuseWhatIsTooLargeHoweverItComes() throws Exception {
    send(body("a.bin", new byte[LIMIT]), ANALYST).andExpect(status().isCreated());
    send(body("a.bin", new byte[LIMIT + 1]), ANALYST)
        .andExpect(status().isContentTooLarge())
        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
        .andExpect(jsonPath("$.detail", containsString("16777216")));
    send(multipart(path).part(part("a.bin", new byte[LIMIT + 1])), ANALYST)
        .andExpect(status().isContentTooLarge());
    send(body("a.bin", new byte[5 * LIMIT]), ANALYST).andExpect(status().isContentTooLarge());

    assertThat(streamed.attachments).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", "../a.txt", "a/b.txt", "C:\\a.txt", "a\nb", "a\u202Etxt.exe"})
  void shouldRefuseANameNoFileShouldHave(String name) throws Exception {
    send(body(name, BYTES), ANALYST)
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.detail", startsWith("name: ")));

    assertThat(streamed.attachments).isEmpty();
  }

  @Test
  void shouldRefuseWhatIsNoFile() throws Exception {
    send(body("a.txt", new byte[0]), ANALYST).andExpect(status().isBadRequest());
    send(multipart(path).param("to", "focal-fr"), ANALYST).andExpect(status().isBadRequest());
    send(body("a.txt", BYTES).contentType(MediaType.APPLICATION_FORM_URLENCODED), ANALYST)
        .andExpect(status().isUnsupportedMediaType());
    send(body("a.txt", BYTES).header("Content-Encoding", "gzip"), ANALYST)
        .andExpect(status().isUnsupportedMediaType());
    send(body("a.txt", BYTES).param("commandId", "x"), ANALYST).andExpect(status().isBadRequest());

    assertThat(streamed.attachments).isEmpty();
  }

  /** Whoever could say where the bytes are could have those of another incident. */
  @Test
  void shouldNotBelieveAnybodyWhereTheBytesAre() throws Exception {
    String secret = location(send(body("secret.txt", BYTES), ANALYST));
    String command =
        """
        {"commandId": "%s", "action": "attach", "name": "a", "mediaType": "text/plain", "size": 7,
         "sha256": "%s", "kept": {"partition": 0, "offset": 0}}
        """
            .formatted(UUID.randomUUID(), Attached.sha256(BYTES));

    web.perform(
            post("/api/incidents/" + incident + "/actions")
                .with(FRENCH)
                .contentType(MediaType.APPLICATION_JSON)
                .content(command))
        .andExpect(status().isBadRequest());

    UUID other = Made.opened(judged, 2, "192.0.2.1", Tlp.AMBER);
    ask(secret.replace(incident.toString(), other.toString()), ANALYST)
        .andExpect(status().isNotFound());
    ask(path + "/" + UUID.randomUUID(), ANALYST).andExpect(status().isNotFound());
    ask(path + "/1", ANALYST).andExpect(status().isNotFound());
  }

  @Test
  void shouldKeepNothingWhereTheIncidentIsPartOfAnotherOne() throws Exception {
    UUID other = Made.opened(judged, 2, "192.0.2.1", Tlp.AMBER);
    String merge =
        "{\"commandId\": \"%s\", \"action\": \"merge\", \"incidents\": [\"%s\"]}"
            .formatted(UUID.randomUUID(), incident);
    web.perform(
            post("/api/incidents/" + other + "/actions")
                .with(ANALYST)
                .contentType(MediaType.APPLICATION_JSON)
                .content(merge))
        .andExpect(status().isOk());

    send(body("a.txt", BYTES), ANALYST).andExpect(status().isConflict());

    assertThat(streamed.attachments).isEmpty();
  }

  @Test
  void shouldSayNothingIsAddedWhileKafkaIsAway() throws Exception {
    streamed.away = true;
    send(body("a.txt", BYTES), ANALYST)
        .andExpect(status().isServiceUnavailable())
        .andExpect(header().exists("Retry-After"));
    streamed.away = false;

    ask(path, ANALYST).andExpect(jsonPath("$.items", empty()));
  }

  @Test
  void shouldSayWhereTheOutcomeWillBeWhenItTakesAMoment() throws Exception {
    judged.stopped = true;
    String command = UUID.randomUUID().toString();
    send(body("a.txt", BYTES).param("commandId", command), ANALYST)
        .andExpect(status().isAccepted())
        .andExpect(header().string("Location", endsWith("/api/commands/" + command)));
    ask(path, ANALYST).andExpect(jsonPath("$.items", empty()));

    judged.resume();

    ask(path + "/" + command, ANALYST).andExpect(content().bytes(BYTES));
  }

  @Test
  void shouldSayThatBytesAreGoneOrOthersAndNeverHandOutOthers() throws Exception {
    String file = location(send(body("a.txt", BYTES), ANALYST));
    Streamed.Kept one = streamed.attachments.getFirst();
    streamed.attachments.set(0, new Streamed.Kept(one.incident(), one.command(), new byte[] {9}));
    ask(file, ANALYST).andExpect(status().isInternalServerError());

    streamed.attachments.clear();
    ask(file, ANALYST).andExpect(status().isGone());
  }

  private MockHttpServletRequestBuilder body(String name, byte[] bytes) {
    return post(path)
        .queryParam("name", name)
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .content(bytes);
  }

  private static MockPart part(String name, byte[] bytes) {
    return new MockPart("file", name, bytes);
  }

  private ResultActions send(
      AbstractMockHttpServletRequestBuilder<?> request, RequestPostProcessor who) throws Exception {
    return web.perform(request.with(who));
  }

  private ResultActions ask(String address, RequestPostProcessor who) throws Exception {
    return web.perform(get(address).with(who));
  }

  private static String text(ResultActions answer) throws Exception {
    return answer.andReturn().getResponse().getContentAsString();
  }

  private String location(ResultActions added) throws Exception {
    String location = added.andReturn().getResponse().getHeader("Location");
    String id = JsonPath.read(text(added), "$.items[0].id");
    assertThat(location).isEqualTo(path + "/" + id);
    return location;
  }
}
