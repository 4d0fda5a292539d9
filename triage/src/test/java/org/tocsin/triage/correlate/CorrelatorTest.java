package org.tocsin.triage.correlate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.model.incident.Answer;
import org.tocsin.model.incident.Answering;
import org.tocsin.model.incident.Episode;
import org.tocsin.model.incident.Incident;
import org.tocsin.model.incident.IncidentState;
import org.tocsin.model.incident.Network;
import org.tocsin.model.incident.Opening;
import org.tocsin.model.incident.Severity;
import org.tocsin.model.incident.Touched;
import org.tocsin.model.incident.Written;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.Decision;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.journal.EntityRef;
import org.tocsin.model.journal.Journaled;
import org.tocsin.model.journal.Revision;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.sharing.Audience;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.store.DecisionQuery;
import org.tocsin.store.Decisions;
import org.tocsin.store.Page;
import org.tocsin.store.Recount;
import tools.jackson.databind.node.ObjectNode;

class CorrelatorTest {
  private static final Opening ONE = opening(1, Tlp.GREEN, 0);
  private static final Opening TWO = opening(2, Tlp.GREEN, 0);

  private final List<Command> journal = new ArrayList<>();
  private final Kept kept = new Kept();
  private final Counted counted = new Counted();
  private final Correlator correlator =
      new Correlator(kept, kept::naming, this::append, counted, () -> kept.certain);

  @Test
  void shouldHaveEachEpisodeOpenedOnceUnderItsStrictestLevel() {
    take(correlator, ONE, TWO, opening(1, Tlp.RED, 0), ONE);

    assertThat(journal).extracting(Command::entity).containsExactly(ref(ONE), ref(TWO));
    assertThat(journal.getFirst().details(Opening.class).tlp()).isEqualTo(Tlp.RED);
    assertThat(journal.getFirst().by()).isEqualTo(Opening.CORRELATOR);
  }

  @Test
  void shouldHaveThoseOfASeriesOpenedInTheOrderOfTime() {
    take(correlator, opening(1, Tlp.GREEN, 9), opening(2, Tlp.GREEN, 3));

    assertThat(journal).extracting(Command::entity).containsExactly(ref(TWO), ref(ONE));
  }

  @Test
  void shouldNotGiveACommandAgainBeforeTheProjectorHasComeToIt() {
    take(correlator, ONE);
    take(correlator, ONE);

    assertThat(journal).hasSize(1);
  }

  @Test
  void shouldNotOpenWhatIsOpenNorWhatWasDecidedBefore() {
    kept.open.put(ref(ONE), new Revision(ref(ONE), 1, EntityJson.MAPPER.createObjectNode()));
    kept.decided.add(TWO.command());

    take(correlator, ONE, TWO);

    assertThat(journal).isEmpty();
  }

  @Test
  void shouldSayInTheCommandWhichIncidentItsNumberIs() {
    kept.numbers.put("2026-000007", new UUID(0, 7));

    take(correlator, written(1, "2026-000007"), written(2, "2026-000008"), written(3, null));

    assertThat(journal)
        .extracting(command -> command.details(Opening.class).written().joins())
        .containsExactly(new UUID(0, 7), null, null);
  }

  @Test
  void shouldJoinNothingLaterThatWasOpenedBeforeTheNumberWasThere() {
    Opening early = written(1, "2026-000007");
    kept.open.put(ref(early), new Revision(ref(early), 1, EntityJson.MAPPER.createObjectNode()));
    kept.numbers.put("2026-000007", new UUID(0, 7));

    take(correlator, early);

    assertThat(journal).isEmpty();
  }

  @Test
  void shouldGiveTheSameCommandAgainAfterACrash() {
    take(new Correlator(kept, kept::naming, this::append, counted, () -> kept.certain), ONE);
    take(new Correlator(kept, kept::naming, this::append, counted, () -> kept.certain), ONE);

    assertThat(journal).hasSize(2);
    assertThat(journal.get(0).id()).isEqualTo(journal.get(1).id());
  }

  @Test
  void shouldCountAllThatWasObservedAndShowIt() {
    take(correlator, ONE, TWO, ONE);

    assertThat(counted.calls)
        .containsExactly(List.of(ONE.episode().id(), TWO.episode().id()).toString(), "visible");
  }

  @Test
  void shouldOnlyCountWhatSomethingHasLeft() {
    correlator.take(List.of(Touched.left(new UUID(0, 9))));

    assertThat(journal).isEmpty();
    assertThat(counted.calls).containsExactly(List.of(new UUID(0, 9)).toString(), "visible");
  }

  @Test
  void shouldFailWithTheJournalAndBeginAnew() {
    kept.journalIsAway = true;
    assertThatIllegalStateException().isThrownBy(() -> take(correlator, ONE));
    assertThat(counted.calls).isEmpty();
    kept.journalIsAway = false;

    take(correlator, ONE);

    assertThat(journal).hasSize(1);
  }

  @Test
  void shouldReopenWhatWasDoneWithBeforeAMailWasAdded() {
    stands(1, IncidentState.CLOSED, null);

    correlator.take(List.of(answered(1, 3, null), answered(1, 1, null), answered(2, 3, null)));

    assertThat(journal)
        .filteredOn(command -> command.action().equals("reopen"))
        .containsExactly(Answering.reopen(new UUID(0, 1), answer(3, null)));
  }

  @ParameterizedTest
  @CsvSource({"NEW, 3", "DISMISSED, 3", "CLOSED, 2", "CLOSED, 1"})
  void shouldReopenNothingElse(IncidentState state, int added) {
    stands(1, state, null);

    correlator.take(List.of(answered(1, added, null)));

    assertThat(journal).isEmpty();
  }

  @Test
  void shouldReopenWhatAnExchangeIsPartOf() {
    stands(1, IncidentState.MERGED, new UUID(0, 5));
    stands(5, IncidentState.RESOLVED, null);

    correlator.take(List.of(answered(1, 3, null)));

    assertThat(journal).containsExactly(Answering.reopen(new UUID(0, 5), answer(3, null)));
  }

  @Test
  void shouldLeaveItToTheRulesWhereItCannotKnowHowAnIncidentStands() {
    stands(1, IncidentState.NEW, null);
    kept.certain = false;

    correlator.take(List.of(answered(1, 3, null)));

    assertThat(journal).containsExactly(Answering.reopen(new UUID(0, 1), answer(3, null)));
  }

  @Test
  void shouldNotGiveTwiceWhatFollowsFromTheSameMail() {
    stands(1, IncidentState.CLOSED, null);
    kept.numbers.put("2026-000007", new UUID(0, 7));

    correlator.take(List.of(answered(1, 3, "2026-000007")));
    correlator.take(List.of(answered(1, 3, "2026-000007")));

    assertThat(journal).extracting(Command::action).containsExactly("reopen", "link");
  }

  @Test
  void shouldLinkWhatALaterSubjectNames() {
    stands(1, IncidentState.NEW, null);
    kept.numbers.put("2026-000007", new UUID(0, 7));
    kept.numbers.put("2026-000001", new UUID(0, 1));

    correlator.take(
        List.of(
            answered(1, 3, "2026-000007"),
            answered(1, 3, "2026-000008"),
            answered(1, 3, "2026-000001")));

    assertThat(journal)
        .containsExactly(
            Answering.link(
                new UUID(0, 1),
                new UUID(0, 1),
                new UUID(0, 7),
                answer(3, "2026-000007"),
                "2026-000007"));
  }

  @Test
  void shouldNotAskAgainForTheNumberItWasOpenedWith() {
    stands(1, IncidentState.NEW, null);
    kept.decided.add(written(1, "2026-000007").command());
    kept.numbers.put("2026-000007", new UUID(0, 7));

    correlator.take(List.of(answered(1, 3, "2026-000007")));

    assertThat(journal).isEmpty();
  }

  @Test
  void shouldMakeAnExchangePartOfOneThatNamesTheSameMail() {
    stands(5, IncidentState.NEW, null);
    kept.mails.put("two@x", List.of(new UUID(0, 1), new UUID(0, 5)));

    correlator.take(List.of(naming(1, null, "three@x", "two@x")));

    assertThat(joins()).containsExactly(new UUID(0, 5));
  }

  @Test
  void shouldMakeItPartOfWhatThatIsPartOf() {
    stands(4, IncidentState.MERGED, new UUID(0, 5));
    stands(5, IncidentState.NEW, null);
    kept.mails.put("two@x", List.of(new UUID(0, 4)));

    correlator.take(List.of(naming(1, null, "two@x")));

    assertThat(joins()).containsExactly(new UUID(0, 5));
  }

  @Test
  void shouldRatherJoinTheNumberThatItsSubjectNames() {
    stands(5, IncidentState.NEW, null);
    kept.numbers.put("2026-000007", new UUID(0, 7));
    kept.mails.put("two@x", List.of(new UUID(0, 5)));

    correlator.take(List.of(naming(1, "2026-000007", "two@x"), naming(2, "2026-000099", "two@x")));

    assertThat(joins()).containsExactly(new UUID(0, 7), new UUID(0, 5));
  }

  @Test
  void shouldMakeOneOfExchangesThatComeTogether() {
    List<UUID> all = List.of(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3));
    kept.mails.put("a@x", all);

    correlator.take(
        List.of(naming(2, null, "a@x"), naming(3, null, "a@x"), naming(1, null, "a@x")));

    assertThat(journal)
        .extracting(Command::entity)
        .containsExactly(
            Incident.ref(all.get(1)), Incident.ref(all.get(2)), Incident.ref(all.get(0)));
    assertThat(joins()).containsExactly(null, all.get(1), all.get(1));
  }

  @Test
  void shouldNameWhatTheJournalWillHaveOpenedBefore() {
    kept.mails.put("a@x", List.of(new UUID(0, 5)));

    correlator.take(List.of(naming(1, null, "a@x")));

    assertThat(joins()).containsExactly(new UUID(0, 5));
  }

  @Test
  void shouldLinkOnceWhatAnAnswerBeganThatCameBeforeWhatItAnswers() {
    stands(1, IncidentState.NEW, null);
    stands(5, IncidentState.NEW, null);
    kept.mails.put("two@x", List.of(new UUID(0, 1), new UUID(0, 5)));

    correlator.take(List.of(naming(1, null, "two@x")));
    correlator.take(List.of(naming(1, null, "two@x")));

    assertThat(journal)
        .containsExactly(
            Answering.meet(
                new UUID(0, 1),
                new UUID(0, 1),
                new UUID(0, 5),
                new Answer(new UUID(9, 3), Instant.EPOCH.plusSeconds(3), null)));
  }

  @Test
  void shouldLinkNothingThatIsOneAlready() {
    stands(1, IncidentState.MERGED, new UUID(0, 5));
    stands(5, IncidentState.NEW, null);
    kept.mails.put("two@x", List.of(new UUID(0, 5)));

    correlator.take(List.of(naming(1, null, "two@x")));

    assertThat(journal).isEmpty();
  }

  private List<UUID> joins() {
    return journal.stream()
        .map(command -> command.details(Opening.class).written().joins())
        .toList();
  }

  private static Touched naming(int id, String number, String... mails) {
    return Touched.by(
        written(id, number),
        List.of(new Answer(new UUID(9, 3), Instant.EPOCH.plusSeconds(3), number, List.of(mails))));
  }

  private void stands(int id, IncidentState state, UUID mergedInto) {
    ObjectNode json =
        EntityJson.tree(
            new Incident(
                new UUID(0, id),
                "2026-00000" + id,
                null,
                Incident.REPORTS,
                "Help",
                null,
                Rsit.UNDETERMINED,
                Network.NONE,
                Severity.LOW,
                state,
                false,
                null,
                Tlp.AMBER,
                "correlator",
                Audience.NOBODY,
                List.of(),
                Set.of(),
                List.of(),
                mergedInto,
                Set.of(),
                Set.of(),
                state == IncidentState.NEW ? null : Instant.EPOCH.plusSeconds(2)));
    EntityRef ref = Incident.ref(new UUID(0, id));
    kept.open.put(ref, new Revision(ref, 1, json));
  }

  private static Touched answered(int id, int added, String number) {
    return Touched.by(written(id, number), List.of(answer(added, number)));
  }

  private static Answer answer(int added, String number) {
    return new Answer(new UUID(9, added), Instant.EPOCH.plusSeconds(added), number);
  }

  private static void take(Correlator correlator, Opening... openings) {
    correlator.take(Arrays.stream(openings).map(Touched::by).toList());
  }

  private static Opening written(int id, String number) {
    return new Opening(
        opening(id, Tlp.AMBER, 0).episode(),
        Tlp.AMBER,
        new Written("Help", Instant.EPOCH, number, null));
  }

  private long append(Command command) {
    if (kept.journalIsAway) {
      throw new IllegalStateException("away");
    }
    journal.add(command);
    return journal.size();
  }

  private static EntityRef ref(Opening opening) {
    return Incident.ref(opening.episode().id());
  }

  private static Opening opening(int number, Tlp tlp, int day) {
    Instant from = Instant.parse("2026-11-01T00:00:00Z").plusSeconds(day * 86_400L);
    return new Opening(
        new Episode(
            new UUID(0, number),
            Rsit.SCANNER,
            null,
            Network.NONE,
            from,
            from.plusSeconds(86_400),
            new UUID(1, number)),
        tlp);
  }

  private static final class Kept implements Decisions {
    private final Map<EntityRef, Revision> open = new HashMap<>();
    private final List<Command> decided = new ArrayList<>();
    private final Map<String, UUID> numbers = new HashMap<>();
    private final Map<String, List<UUID>> mails = new HashMap<>();
    private boolean journalIsAway;
    private boolean certain = true;

    private Set<UUID> naming(Collection<String> ids) {
      return ids.stream()
          .flatMap(id -> mails.getOrDefault(id, List.of()).stream())
          .collect(Collectors.toSet());
    }

    @Override
    public Optional<UUID> incidentOfNumber(String number) {
      return Optional.ofNullable(numbers.get(number));
    }

    @Override
    public Optional<Decision> of(UUID command) {
      return decided.stream()
          .filter(each -> each.id().equals(command))
          .map(each ->
              new Decision(
                  new Journaled(1, Instant.EPOCH, Instant.EPOCH, each),
                  Decision.Verdict.REFUSED,
                  null,
                  null,
                  List.of()))
          .findFirst();
    }

    @Override
    public Map<EntityRef, Revision> now(Collection<EntityRef> entities) {
      Map<EntityRef, Revision> found = new HashMap<>(open);
      found.keySet().retainAll(entities);
      return found;
    }

    @Override
    public Page<Decision> search(DecisionQuery query, Instant horizon) {
      throw new UnsupportedOperationException("the correlator looks for nothing by search");
    }
  }

  private static final class Counted implements Recount {
    private final List<String> calls = new ArrayList<>();

    @Override
    public void of(Collection<UUID> incidents) {
      calls.add(List.copyOf(incidents).toString());
    }

    @Override
    public void ofAll() {
      throw new UnsupportedOperationException("only a rebuild counts all");
    }

    @Override
    public void makeVisible() {
      calls.add("visible");
    }
  }
}
