package org.tocsin.model.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.model.warning.DecidedWarnings.ADMIN;
import static org.tocsin.model.warning.DecidedWarnings.ANALYST;
import static org.tocsin.model.warning.DecidedWarnings.FRANCE;
import static org.tocsin.model.warning.DecidedWarnings.LEAD;
import static org.tocsin.model.warning.DecidedWarnings.OTHER_LEAD;
import static org.tocsin.model.warning.DecidedWarnings.content;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tocsin.model.journal.Actor;
import org.tocsin.model.journal.Decision;
import org.tocsin.model.journal.Decision.Verdict;
import org.tocsin.model.journal.RefusedException.Reason;

/** Nothing goes out that somebody who changed nothing has not approved as it goes out. */
class FourEyesTest {
  private static final String NONE = "{}";
  private static final String WHY = "{\"reason\": \"not clear\"}";
  private final DecidedWarnings journal = new DecidedWarnings();

  @Test
  void shouldGoFromDraftToPublishedByTwoPeople() {
    journal.done(ANALYST, "create", content("First"));
    assertThat(journal.warning().state()).isEqualTo(WarningState.DRAFT);
    assertThat(journal.warning().number()).isEqualTo("W-2026-000123");
    journal.done(ANALYST, "submit", NONE);
    assertThat(journal.warning().state()).isEqualTo(WarningState.IN_REVIEW);
    assertThat(journal.approve(LEAD).verdict()).isEqualTo(Verdict.APPLIED);
    journal.done(LEAD, "publish", NONE);

    assertThat(journal.warning().state()).isEqualTo(WarningState.PUBLISHED);
    WarningVersion version = journal.warning().published().orElseThrow();
    assertThat(version.number()).isEqualTo(1);
    assertThat(version.by()).isEqualTo("lead");
    assertThat(version.approvedBy()).isEqualTo("lead");
    assertThat(version.hash()).isEqualTo(version.content().hash());
    assertThat(journal.warning().working()).isNull();
  }

  @Test
  void shouldNotBeApprovedByWhoeverWroteIt() {
    journal.done(LEAD, "create", content("First"));
    journal.done(LEAD, "submit", NONE);

    assertThat(journal.approve(LEAD).refusal()).isEqualTo(Reason.FORBIDDEN);
    assertThat(journal.approve(ANALYST).refusal()).isEqualTo(Reason.FORBIDDEN);
    assertThat(journal.decide(LEAD, "publish", NONE).refusal()).isEqualTo(Reason.WRONG_STATE);
    assertThat(journal.approve(OTHER_LEAD).verdict()).isEqualTo(Verdict.APPLIED);
  }

  @Test
  void shouldNotBeApprovedByWhoeverChangedAWord() {
    journal.done(ANALYST, "create", content("First"));
    journal.done(LEAD, "edit", content("First, mended"));
    journal.done(ANALYST, "submit", NONE);

    assertThat(journal.approve(LEAD).refusal()).isEqualTo(Reason.FORBIDDEN);
    assertThat(journal.approve(OTHER_LEAD).verdict()).isEqualTo(Verdict.APPLIED);
  }

  @Test
  void shouldLoseItsApprovalWithAnyChange() {
    approvedByLead();
    journal.done(ANALYST, "edit", content("Second"));

    assertThat(journal.warning().state()).isEqualTo(WarningState.IN_REVIEW);
    assertThat(journal.warning().working().approval()).isNull();
    assertThat(journal.decide(LEAD, "publish", NONE).refusal()).isEqualTo(Reason.WRONG_STATE);
    assertThat(journal.approve(LEAD).verdict()).isEqualTo(Verdict.APPLIED);
  }

  @Test
  void shouldNotBeApprovedByTheApproverWhoThenChangedIt() {
    approvedByLead();
    journal.done(LEAD, "edit", content("Second"));

    assertThat(journal.approve(LEAD).refusal()).isEqualTo(Reason.FORBIDDEN);
    assertThat(journal.decide(LEAD, "publish", NONE).refusal()).isEqualTo(Reason.WRONG_STATE);
    assertThat(journal.approve(OTHER_LEAD).verdict()).isEqualTo(Verdict.APPLIED);
  }

  @Test
  void shouldCountEverybodyWhoWroteAgainOnceAnApprovalWasTakenBack() {
    journal.done(ADMIN, "create", content("First"));
    journal.done(ADMIN, "submit", NONE);
    assertThat(journal.approve(LEAD).reason()).isNull();
    journal.done(LEAD, "reject", WHY);
    journal.done(ADMIN, "submit", NONE);

    assertThat(journal.approve(ADMIN).refusal()).isEqualTo(Reason.FORBIDDEN);
    assertThat(journal.warning().working().rejection().reason()).isEqualTo("not clear");
  }

  @Test
  void shouldBindAnApprovalToTheHashThatWasLookedAt() {
    journal.done(ANALYST, "create", content("First"));
    journal.done(ANALYST, "submit", NONE);
    String seen = journal.warning().working().content().hash();
    journal.done(ANALYST, "edit", content("Second"));

    assertThat(journal.decide(LEAD, "approve", "{\"hash\": \"" + seen + "\"}").refusal())
        .isEqualTo(Reason.WRONG_STATE);
    assertThat(journal.decide(LEAD, "approve", NONE).refusal()).isEqualTo(Reason.INVALID);
    assertThat(seen).isNotEqualTo(journal.warning().working().content().hash()).hasSize(64);
  }

  @Test
  void shouldNotApproveWhatNobodySubmitted() {
    journal.done(ANALYST, "create", content("First"));

    assertThat(journal.approve(LEAD).refusal()).isEqualTo(Reason.WRONG_STATE);
    journal.done(ANALYST, "submit", NONE);
    journal.done(LEAD, "reject", WHY);
    assertThat(journal.approve(LEAD).refusal()).isEqualTo(Reason.WRONG_STATE);
    assertThat(journal.decide(LEAD, "reject", NONE).refusal()).isEqualTo(Reason.WRONG_STATE);
  }

  @Test
  void shouldBePublishedByLeadsAndAdminsAlone() {
    approvedByLead();

    assertThat(journal.decide(ANALYST, "publish", NONE).refusal()).isEqualTo(Reason.FORBIDDEN);
    for (String action : List.of("create", "edit", "submit", "update", "withdraw", "reject")) {
      assertThat(journal.decide(FRANCE, action, content("X")).refusal())
          .as(action)
          .isEqualTo(Reason.FORBIDDEN);
    }
    assertThat(journal.decide(ADMIN, "publish", NONE).verdict()).isEqualTo(Verdict.APPLIED);
  }

  /** Every step that anybody can take, in any order, many times over. */
  @Test
  void shouldNeverPublishWithoutAnApprovalByAnUninvolvedPersonInAnyOrder() {
    List<Actor> team = List.of(ANALYST, LEAD, OTHER_LEAD, ADMIN);
    List<String> steps =
        List.of(
            "edit", "submit", "submit", "approve", "approve", "approve", "reject", "publish",
            "publish", "update", "update", "discard");
    Random random = new Random(20_261_127);
    int publications = 0;
    for (int run = 0; run < 100; run++) {
      DecidedWarnings one = new DecidedWarnings();
      Witness witness = new Witness();
      Actor first = team.get(random.nextInt(team.size()));
      one.done(first, "create", content("T0"));
      witness.wrote(first.name());
      for (int step = 0; step < 60; step++) {
        Actor by = team.get(random.nextInt(team.size()));
        String action = steps.get(random.nextInt(steps.size()));
        String title = "T" + random.nextInt(3);
        Decision decision =
            switch (action) {
              case "approve" -> one.approve(by);
              case "edit", "update" -> one.decide(by, action, content(title));
              case "reject" -> one.decide(by, action, WHY);
              default -> one.decide(by, action, NONE);
            };
        if (decision.verdict() == Verdict.APPLIED) {
          publications += witness.saw(action, by.name(), one.warning()) ? 1 : 0;
        }
      }
    }
    assertThat(publications).isGreaterThan(50);
  }

  /** Keeps its own book of who wrote and who approved, without looking at the rules' one. */
  private static final class Witness {
    private final Set<String> wroteSinceApproval = new HashSet<>();
    private final Set<String> wroteSincePublication = new HashSet<>();
    private String approver = "";
    private String approvedTitle = "";

    void wrote(String name) {
      if (!approver.isEmpty()) {
        wroteSinceApproval.clear();
      }
      approver = "";
      wroteSinceApproval.add(name);
      wroteSincePublication.add(name);
    }

    /** Whether that was a publication, which it checks. */
    boolean saw(String action, String by, Warning after) {
      switch (action) {
        case "edit", "update" -> wrote(by);
        case "approve" -> {
          assertThat(wroteSinceApproval).doesNotContain(by);
          approver = by;
          approvedTitle = after.working().content().title();
        }
        case "reject" -> {
          approver = "";
          wroteSinceApproval.addAll(wroteSincePublication);
        }
        case "discard" -> forget();
        case "publish" -> {
          assertThat(approver).isNotEmpty();
          assertThat(wroteSinceApproval).doesNotContain(approver);
          assertThat(after.published().orElseThrow().content().title()).isEqualTo(approvedTitle);
          assertThat(after.published().orElseThrow().approvedBy()).isEqualTo(approver);
          forget();
          return true;
        }
        default -> {}
      }
      return false;
    }

    private void forget() {
      wroteSinceApproval.clear();
      wroteSincePublication.clear();
      approver = "";
    }
  }

  private void approvedByLead() {
    journal.done(ANALYST, "create", content("First"));
    journal.done(ANALYST, "submit", NONE);
    assertThat(journal.approve(LEAD).reason()).isNull();
  }
}
