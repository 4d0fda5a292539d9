package org.tocsin.model.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.model.stix.StixJson;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.stix.TocsinExtension;
import tools.jackson.databind.node.ObjectNode;

class RedactionTest {
  private static final String SEEN =
      """
      {"type":"observed-data","id":"observed-data--1","object_refs":[%s],
       "extensions":{"%s":{"extension_type":"property-extension",%s}}}
      """;
  private static final String IP =
      "{\"type\":\"ipv4-addr\",\"id\":\"ipv4-addr--1\",\"value\":\"192.0.2.1\"}";
  private static final String MAIL =
      "{\"type\":\"email-addr\",\"id\":\"email-addr--1\",\"value\":\"victim@example.org\"}";
  private static final String ACCOUNT =
      "{\"type\":\"user-account\",\"id\":\"user-account--1\",\"account_login\":\"victim\"}";

  @Test
  void shouldTakeOutMailAddressesAndAccountsAndWhatRefersToThem() {
    List<StixObject> objects =
        objects(
            seen("\"ipv4-addr--1\",\"email-addr--1\",\"user-account--1\"", "\"fields\":{}"),
            IP,
            MAIL,
            ACCOUNT);
    List<StixObject> left = Redaction.of(objects);
    assertThat(left).extracting(StixObject::id).containsExactly("observed-data--1", "ipv4-addr--1");
    assertThat(left.getFirst().texts("object_refs")).containsExactly("ipv4-addr--1");
    assertThat(Redaction.takesAll(objects)).isFalse();
    assertThat(objects.getFirst().texts("object_refs")).as("the original stays").hasSize(3);
  }

  @Test
  void shouldLeaveNothingOfWhatTellsOnlyOfPersons() {
    List<StixObject> objects = objects(seen("\"email-addr--1\"", "\"fields\":{}"), MAIL);
    assertThat(Redaction.takesAll(objects)).isTrue();
    assertThat(Redaction.of(objects)).isEmpty();
  }

  @Test
  void shouldTakeOutPersonalFieldsOfTheRecordAndWhatIsPrivate() {
    String left =
        text(
            seen(
                "\"ipv4-addr--1\"",
                """
                "private":{"reporter":"SECRET"},
                "fields":{"username":"SECRET","sender":"SECRET","Email":"SECRET",
                          "user":"SECRET","user_agent":"curl","tag":"http"}
                """),
            IP);
    assertThat(left).doesNotContain("SECRET", "private").contains("curl", "http", "192.0.2.1");
  }

  @Test
  void shouldKeepOfAMailWhatIsNotPersonal() {
    String left =
        text(
            """
            {"type":"email-message","id":"email-message--1","is_multipart":false,"subject":"Invoice",
             "from_ref":"email-addr--9","to_refs":["email-addr--8"],"body":"SECRET",
             "received_lines":["SECRET"],"additional_header_fields":{"To":"SECRET"}}
            """);
    assertThat(left).doesNotContain("SECRET", "email-addr").contains("Invoice");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"identity\",\"id\":\"identity--1\",\"identity_class\":\"individual\"}",
        "{\"type\":\"artifact\",\"id\":\"artifact--1\",\"mime_type\":\"message/rfc822\"}",
        "{\"type\":\"relationship\",\"id\":\"r\",\"source_ref\":\"a--1\",\"target_ref\":\"user-account--2\"}",
        "{\"type\":\"note\",\"id\":\"n\",\"content\":\"c\",\"object_refs\":[\"email-addr--2\"]}",
      })
  void shouldTakeOutWhatIsNothingWithoutItsPersonalPart(String object) {
    assertThat(Redaction.takesAll(objects(object))).isTrue();
  }

  @Test
  void shouldTakeOutHowToReachPeople() {
    assertThat(
            text(
                "{\"type\":\"identity\",\"id\":\"i\",\"identity_class\":\"organization\",\"contact_information\":\"SECRET\"}",
                "{\"type\":\"note\",\"id\":\"n\",\"authors\":[\"SECRET\"],\"content\":\"kept\"}"))
        .doesNotContain("SECRET")
        .contains("organization", "kept");
  }

  @Test
  void shouldTakeOutWhatIsEmbeddedAsBefore() {
    assertThat(
            text(
                "{\"type\":\"observed-data\",\"id\":\"o\",\"objects\":{\"0\":{\"type\":\"email-addr\",\"value\":\"SECRET\"}}}"))
        .doesNotContain("SECRET");
  }

  @Test
  void shouldHandBackTheVerySameWhereNothingIsPersonal() {
    List<StixObject> objects = objects(seen("\"ipv4-addr--1\"", "\"fields\":{\"tag\":\"x\"}"), IP);
    assertThat(Redaction.of(objects)).isSameAs(objects);
  }

  private static String seen(String refs, String extension) {
    return SEEN.formatted(refs, TocsinExtension.ID, extension);
  }

  private static String text(String... objects) {
    return Redaction.of(objects(objects)).toString();
  }

  private static List<StixObject> objects(String... objects) {
    return Stream.of(objects)
        .map(json -> new StixObject((ObjectNode) StixJson.MAPPER.readTree(json)))
        .toList();
  }
}
