package org.tocsin.alerts.sse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tocsin.model.directory.Constituency;
import org.tocsin.model.sharing.Exit;
import org.tocsin.model.sharing.Membership;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.model.sharing.SharingPolicy;
import org.tocsin.model.stix.StixJson;
import org.tocsin.model.stix.StixObject;
import org.tocsin.store.Page;
import org.tocsin.store.StixVersions;
import org.tocsin.store.StoreUnavailableException;
import org.tocsin.store.StoredVersion;
import org.tocsin.store.VersionQuery;
import org.tocsin.store.VersionQuery.Of;
import org.tocsin.stream.JournalProof;
import org.tocsin.stream.JournalReader;

class StreamTest {
  private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
  private static final Reader FOCAL = new Reader("focal-fr", Set.of(Role.FOCAL_POINT), "cert-fr");

  private final Released released = new Released();
  private Membership membership = Membership.NONE;

  @Test
  void shouldWriteWhatThereIsAfterTheLastEventAndThenWait() throws IOException {
    released.versions.addAll(versions(1, 3));
    assertThat(run(stream("c1"), 1).lines().filter(line -> line.startsWith("id: ")))
        .containsExactly("id: c1", "id: c2", "id: c3");
  }

  @Test
  void shouldSayWhereItBeginsBeforeAnythingHappens() throws IOException {
    released.versions.addAll(versions(1, 3));
    Stream stream = stream(null);
    released.versions.addAll(versions(4, 4));
    assertThat(run(stream, 1).lines().filter(line -> line.startsWith("id: ")))
        .containsExactly("id: c3", "id: c4");
  }

  @Test
  void shouldGoOnBehindWhatIsNotForTheReader() throws IOException {
    released.versions.addAll(versions(1, 60));
    released.hidden = 55;
    assertThat(run(stream("c0"), 1).lines().filter(line -> line.startsWith("event: "))).hasSize(5);
  }

  @Test
  void shouldReadNotMoreThanAPortionAheadOfASlowClient() {
    released.versions.addAll(versions(1, 1_000));
    Stream stream = stream("c0");
    int before = released.filters.size();
    OutputStream stuck =
        new OutputStream() {
          private int taken;

          @Override
          public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
          }

          @Override
          public void write(byte[] bytes, int offset, int length) throws IOException {
            if (++taken > 3) {
              throw new IOException("took too long");
            }
          }
        };
    assertThatThrownBy(() -> stream.run(new EventOutput(stuck), longest -> true))
        .isInstanceOf(IOException.class);
    assertThat(released.filters).hasSize(before + 1);
  }

  @Test
  void shouldAskThePolicyWithTheMembershipOfTheMoment() throws IOException {
    Stream stream = stream("c0");
    membership = new Membership(Set.of("west"), Constituency.NONE);
    run(stream, 1);
    assertThat(released.filters.getLast())
        .isEqualTo(SharingPolicy.knowledge(FOCAL.knownTo(organisation -> membership), Exit.PERSON));
    membership = Membership.NONE;
    run(stream, 1);
    assertThat(released.filters.getLast()).isEqualTo(SharingPolicy.knowledge(FOCAL, Exit.PERSON));
  }

  @Test
  void shouldGoOnWhereItWasWhenTheStoreComesBack() throws IOException {
    Stream stream = stream("c0");
    released.versions.addAll(versions(1, 2));
    Iterator<Boolean> away = List.of(true, false).iterator();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    released.away = true;
    stream.run(
        new EventOutput(out),
        longest -> {
          released.away = false;
          return away.next();
        });
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .filteredOn(line -> line.startsWith("id: "))
        .containsExactly("id: c0", "id: c1", "id: c2");
  }

  private Stream stream(String from) {
    return new Stream(
        Of.INCIDENTS,
        from,
        FOCAL,
        organisation -> membership,
        released,
        new JournalReader() {
          @Override
          public Instant horizon() {
            return NOW.plusSeconds(released.versions.size());
          }

          @Override
          public JournalProof verify() {
            throw new UnsupportedOperationException();
          }
        });
  }

  private static String run(Stream stream, int rounds) throws IOException {
    Iterator<Integer> left = IntStream.range(1, rounds).iterator();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    stream.run(
        new EventOutput(out),
        longest -> {
          assertThat(longest).isLessThanOrEqualTo(Duration.ofSeconds(15));
          boolean more = left.hasNext();
          if (more) {
            left.next();
          }
          return more;
        });
    return out.toString(StandardCharsets.UTF_8);
  }

  private static List<StoredVersion> versions(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(StreamTest::version).toList();
  }

  private static StoredVersion version(int number) {
    StixObject object =
        new StixObject(
            StixJson.MAPPER.createObjectNode().put("type", "incident").put("id", "i" + number));
    return new StoredVersion(
        NOW.plusSeconds(number), "c" + number, object, List.of(object), number);
  }

  /** Versions in memory; the cursor is the number of the last one. */
  private static final class Released implements StixVersions {
    private final List<StoredVersion> versions = new ArrayList<>();
    private final List<SharingFilter> filters = new ArrayList<>();
    private int hidden;
    private boolean away;

    @Override
    public Page<StoredVersion> page(VersionQuery query, SharingFilter filter, Instant horizon) {
      if (away) {
        throw new StoreUnavailableException("switched off", new IllegalStateException());
      }
      filters.add(filter);
      int begin =
          query.cursor() == null ? versions.size() : Integer.parseInt(query.cursor().substring(1));
      int end = Math.min(versions.size(), begin + query.limit());
      List<StoredVersion> shown =
          versions.subList(begin, end).stream()
              .filter(version -> !version.added().isAfter(horizon))
              .map(this::shown)
              .toList();
      return new Page<>(shown, "c" + end, end < versions.size());
    }

    private StoredVersion shown(StoredVersion version) {
      return new StoredVersion(
          version.added(),
          version.cursor(),
          version.object(),
          version.number() <= hidden ? List.of() : version.shown(),
          version.number());
    }

    @Override
    public List<StoredVersion> at(
        End end,
        List<StoredVersion> some,
        VersionQuery query,
        SharingFilter filter,
        Instant horizon) {
      throw new UnsupportedOperationException();
    }
  }
}
