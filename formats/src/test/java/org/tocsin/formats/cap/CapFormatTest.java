package org.tocsin.formats.cap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.formats.Sample;
import org.tocsin.formats.record.CorpusFolder;
import org.tocsin.formats.record.Submitted;
import org.tocsin.model.report.Reject;
import org.tocsin.model.report.RejectReason;
import org.tocsin.model.report.StixVersion;
import org.tocsin.model.sharing.Redaction;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.stix.TocsinExtension;
import org.tocsin.model.tlp.Tlp;
import tools.jackson.databind.JsonNode;

class CapFormatTest {
  private static final String SAMPLE = "/samples/cap/outage.xml";
  private static final String TEXT = new String(Submitted.bytes(SAMPLE), UTF_8);
  private static final String GOOGLE = "google-cap-library/";

  private final Submitted alert = Submitted.ofResource(new CapFormat(), SAMPLE);

  @Test
  void shouldMakeAReportOfAnAlertAndAnIdentityOfItsSender() {
    assertThat(alert.rejects()).isEmpty();
    assertThat(alert.schemaErrors()).isEmpty();
    assertThat(alert.objects().stream().map(StixObject::type))
        .containsExactly("report", "identity");
    JsonNode report = alert.objects().getFirst().json();
    assertThat(report.path("name").asString())
        .isEqualTo("Name servers of example.org are not reachable");
    assertThat(report.path("description").asString())
        .isEqualTo("The name servers answer no queries.\n\nUse the second resolver.");
    assertThat(report.path("published").asString()).isEqualTo("2026-11-20T08:15:00.000Z");
    assertThat(report.path("labels").toString())
        .contains("cap:status=\\\"Exercise\\\"", "cap:severity=\\\"Severe\\\"");
    assertThat(report.at("/external_references/1/url").asString())
        .isEqualTo("https://example.org/alerts/42");
    assertThat(alert.facts())
        .allSatisfy(fact -> assertThat(((StixVersion) fact).tlp()).isEqualTo(Tlp.AMBER));
  }

  @Test
  void shouldKeepAllOfTheAlertButItsSignature() {
    JsonNode fields =
        alert
            .objects()
            .getFirst()
            .json()
            .path("extensions")
            .path(TocsinExtension.ID)
            .path(TocsinExtension.FIELDS);
    assertThat(fields.at("/info/0/area/circle").asString()).isEqualTo("50.1,8.6 20");
    assertThat(fields.at("/info/0/category").size()).isEqualTo(2);
    assertThat(fields.at("/info/1/headline").asString())
        .isEqualTo("Les serveurs de noms ne répondent pas");
    assertThat(fields.path("references").asString()).contains("EX-2026-0041");
    assertThat(fields.has("Signature")).isFalse();
  }

  @Test
  void shouldKeepWhomToReachWhereRedactionTakesItOut() {
    StixObject report = alert.objects().getFirst();
    assertThat(report.json().toString()).contains("+999 555 0100");
    assertThat(Redaction.of(List.of(report)).toString())
        .contains("Example country")
        .doesNotContain("+999 555 0100");
    assertThat(alert.objects().getLast().json().path("name").asString()).isEqualTo("Example CERT");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<sender>watch@example.org</sender>||/alert/sender|MISSING_FIELD",
        "<identifier>EX-2026-0042</|<identifier> </|/alert/identifier|BAD_VALUE",
        "<sent>2026-11-20T|<sent>20 November T|/alert/sent|BAD_VALUE",
        "<scope>Restricted|<scope>Some|/alert/scope|BAD_VALUE",
        "<event>Déni de service</event>||/alert/info[2]/event|MISSING_FIELD",
        "<areaDesc>Example country</areaDesc>||/alert/info/area/areaDesc|MISSING_FIELD",
        "</info>|<info>||UNREADABLE",
        "?>|?><!DOCTYPE alert [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>||UNREADABLE",
        "?>|?><!DOCTYPE alert>||UNREADABLE",
        "?>|?><!-- no document type -->||",
      })
  void shouldRejectWhatCapForbidsAndSayWhere(
      String whole, String broken, String path, RejectReason reason) {
    String text = TEXT.replaceFirst(Pattern.quote(whole), broken == null ? "" : broken);
    assertThat(text).isNotEqualTo(TEXT);
    Submitted submitted = Submitted.of(new CapFormat(), "x.xml", text);
    if (reason == null) {
      assertThat(submitted.rejects()).isEmpty();
    } else {
      assertThat(submitted.rejects())
          .extracting(Reject::path, Reject::reason)
          .containsExactly(tuple(path, reason));
    }
  }

  @Test
  void shouldGiveUpOnAlertsNestedTooDeep() {
    String deep = TEXT.replace("<areaDesc>", "<area>".repeat(60) + "<areaDesc>");
    assertThat(Submitted.of(new CapFormat(), "x.xml", deep).rejects())
        .extracting(Reject::reason)
        .containsExactly(RejectReason.LIMIT_EXCEEDED);
  }

  @Test
  void shouldAskLessOfAnAlertOfTheFirstVersion() {
    String first =
        TEXT.replace("urn:oasis:names:tc:emergency:cap:1.2", "http://www.incident.com/cap/1.0")
            .replace("<scope>Restricted</scope>", "")
            .replace("<category>Infra</category>", "");
    Submitted submitted = Submitted.of(new CapFormat(), "x.xml", first);
    assertThat(submitted.rejects()).isEmpty();
    assertThat(((StixVersion) submitted.facts().getFirst()).tlp()).isEqualTo(Tlp.AMBER);
  }

  @Test
  void shouldLeaveIndexesOfAlertsToOthers() {
    String index = "<feed xmlns:cap='urn:oasis:names:tc:emergency:cap:1.1'><cap:event/></feed>";
    assertThat(look(index)).isZero();
    assertThat(look("<alert>")).isZero();
    assertThat(look(TEXT)).isGreaterThan(90);
  }

  @Test
  void shouldTakeEveryValidAlertOfTheCorpus() {
    CorpusFolder corpus = CorpusFolder.of(new CapFormat(), "cap");
    assertThat(corpus.faulty())
        .containsExactly(
            GOOGLE + "testdata__invalid.cap",
            GOOGLE + "testdata__noaa_errors.cap",
            GOOGLE + "testdata__xee.cap");
    assertThat(corpus.empty()).isEqualTo(corpus.faulty());
    assertThat(corpus.schemaErrors()).isEmpty();
    StixVersion canada = first(corpus, GOOGLE + "testdata__canada.cap");
    StixVersion amber = first(corpus, "ibm-cap/cap_amber_alert_example.xml");
    assertThat(amber.object().json().path("name").asString())
        .isEqualTo("Amber Alert in Los Angeles County");
    assertThat(amber.object().json().path("published").asString())
        .isEqualTo("2003-06-12T05:39:00.000Z");
    assertThat(amber.tlp()).isEqualTo(Tlp.CLEAR);
    assertThat(canada.object().json().at("/external_references/0/external_id").asString())
        .isEqualTo("2.49.0.1.124.6bddbc91.2012");
    assertThat(canada.tlp()).isEqualTo(Tlp.CLEAR);
  }

  private static StixVersion first(CorpusFolder corpus, String name) {
    return (StixVersion) corpus.read().get(name).facts().getFirst();
  }

  private static int look(String text) {
    return new CapFormat().recognise(new Sample("x", null, text.getBytes(UTF_8)));
  }
}
