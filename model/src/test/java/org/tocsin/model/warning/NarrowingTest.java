package org.tocsin.model.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.model.warning.DecidedWarnings.ANALYST;
import static org.tocsin.model.warning.DecidedWarnings.FRANCE;
import static org.tocsin.model.warning.DecidedWarnings.ID;
import static org.tocsin.model.warning.DecidedWarnings.INTO;
import static org.tocsin.model.warning.DecidedWarnings.LEAD;
import static org.tocsin.model.warning.DecidedWarnings.WEST;
import static org.tocsin.model.warning.DecidedWarnings.content;

import org.junit.jupiter.api.Test;
import org.tocsin.model.journal.Decision;
import org.tocsin.model.journal.RefusedException.Reason;
import org.tocsin.model.tlp.Tlp;

/** A warning can be shown to fewer, under another id, and never to more. */
class NarrowingTest {
  private final DecidedWarnings journal = new DecidedWarnings();

  @Test
  void shouldWithdrawTheOldOneAndPublishALinkedOneAtOnce() {
    journal.published(content("Phishing"));
    Decision made = narrow("\"tlp\": \"AMBER\", \"audience\": " + WEST);

    assertThat(made.reason()).isNull();
    Warning old = journal.warning(ID);
    Warning narrowed = journal.warning(INTO);
    assertThat(old.state()).isEqualTo(WarningState.WITHDRAWN);
    assertThat(old.content().tlp()).isEqualTo(Tlp.GREEN);
    assertThat(old.replacedBy()).isEqualTo(INTO);
    assertThat(narrowed.state()).isEqualTo(WarningState.PUBLISHED);
    assertThat(narrowed.replaces()).isEqualTo(ID);
    assertThat(narrowed.content().tlp()).isEqualTo(Tlp.AMBER);
    assertThat(narrowed.content().title()).isEqualTo("Phishing");
    assertThat(narrowed.number()).isNotEqualTo(old.number());
    assertThat(narrowed.published().orElseThrow().approvedBy()).isEqualTo("lead");
    assertThat(narrowed.acknowledgements()).isEmpty();
  }

  @Test
  void shouldBeForLeadsAndAdmins() {
    journal.published(content("Phishing"));
    String json = "{\"into\": \"" + INTO + "\", \"tlp\": \"AMBER\", \"audience\": " + WEST + "}";

    assertThat(journal.decide(ANALYST, "narrow", json).refusal()).isEqualTo(Reason.FORBIDDEN);
    assertThat(journal.decide(FRANCE, "narrow", json).refusal()).isEqualTo(Reason.FORBIDDEN);
  }

  @Test
  void shouldNeverLoosen() {
    journal.published(content("Phishing", "AMBER", WEST));

    assertThat(narrow("\"tlp\": \"GREEN\"").reason()).contains("looser");
    assertThat(narrow("\"tlp\": \"AMBER\"").reason()).contains("nobody would be left out");
    assertThat(
            narrow("\"audience\": {\"groups\": [\"west\"], \"organisations\": [\"cert-de\"]}")
                .reason())
        .contains("'cert-de' does not see the warning now");
    assertThat(narrow("\"tlp\": \"AMBER+STRICT\"").reason()).isNull();
  }

  @Test
  void shouldNarrowFromAGroupToSomeOfItsMembers() {
    journal.published(content("Phishing", "AMBER", WEST));
    String france = "\"audience\": {\"organisations\": [\"cert-fr\"]}";

    assertThat(narrow(france).refusal()).isEqualTo(Reason.INVALID);
    assertThat(
            narrow("\"within\": [\"west\"], \"audience\": {\"organisations\": [\"cert-de\"]}")
                .refusal())
        .isEqualTo(Reason.INVALID);
    assertThat(narrow("\"within\": [\"west\"], " + france).reason()).isNull();
    assertThat(journal.warning(INTO).content().audience().groups()).isEmpty();
  }

  @Test
  void shouldNarrowToPersonsOfThoseWhoSeeIt() {
    journal.published(content("Phishing", "AMBER", WEST));
    String through = "\"within\": [\"west\"], \"through\": [\"cert-fr\", \"cert-de\"]";

    assertThat(narrow("\"tlp\": \"RED\"").reason()).contains("persons");
    assertThat(red(through, "focal-de").reason()).contains("'focal-de' does not see");
    assertThat(red("\"within\": []", "focal-fr").reason()).contains("'focal-fr' does not see");
    assertThat(red(through, "focal-fr").reason()).isNull();
  }

  @Test
  void shouldNarrowFromManyPersonsToFewer() {
    journal.published(content("Phishing", "RED", "{\"persons\": [\"focal-fr\", \"focal-de\"]}"));

    assertThat(red("\"within\": []", "focal-es").refusal()).isEqualTo(Reason.INVALID);
    assertThat(narrow("\"tlp\": \"RED\"").reason()).contains("nobody would be left out");
    assertThat(red("\"within\": []", "focal-fr").reason()).isNull();
  }

  @Test
  void shouldNotTakeTheIdOfAnotherWarning() {
    journal.published(content("Phishing"));
    assertThat(narrow("\"tlp\": \"AMBER\", \"audience\": " + WEST).reason()).isNull();

    assertThat(
            journal
                .decide(
                    LEAD,
                    Warning.ref(INTO),
                    "narrow",
                    "{\"into\": \"" + ID + "\", \"tlp\": \"AMBER+STRICT\"}")
                .reason())
        .startsWith("into:");
    assertThat(journal.decide(LEAD, "narrow", "{}").reason()).startsWith("into:");
  }

  private Decision red(String more, String person) {
    return narrow("\"tlp\": \"RED\", \"audience\": {\"persons\": [\"" + person + "\"]}, " + more);
  }

  private Decision narrow(String json) {
    return journal.decide(LEAD, "narrow", "{\"into\": \"" + INTO + "\", " + json + "}");
  }
}
