package org.tocsin.alerts.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tocsin.alerts.delivery.Contents.Found;
import org.tocsin.model.delivery.DeliveryChannel;
import org.tocsin.model.delivery.DeliveryItem;
import org.tocsin.model.sharing.Exit;
import org.tocsin.model.sharing.Marked;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.model.stix.StixJson;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.store.Page;
import org.tocsin.store.StixVersions;
import org.tocsin.store.StoredVersion;
import org.tocsin.store.VersionQuery;
import org.tocsin.stream.JournalProof;
import org.tocsin.stream.JournalReader;
import tools.jackson.databind.node.ObjectNode;

class ContentsTest {
  private static final Instant NOW = Instant.parse("2026-11-28T06:00:00Z");
  private static final UUID WARNING = UUID.randomUUID();
  private static final Reader MACHINE = new Reader("machine", Set.of(Role.SUBSCRIBER), null);
  private static final Reader ANALYST = new Reader("analyst", Set.of(Role.ANALYST), null);

  private final List<StoredVersion> released = new ArrayList<>();
  private Instant horizon = NOW.plusSeconds(60);
  private Tlp tlp = Tlp.GREEN;

  @Test
  void shouldShowTheVersionThatIsDeliveredAndNoOther() {
    released.add(version(1, false));
    released.add(version(2, false));

    assertThat(look(1, false, MACHINE)).isEqualTo(new Found.Shown(released.getFirst()));
    assertThat(look(2, false, MACHINE)).isEqualTo(new Found.Shown(released.getLast()));
  }

  @Test
  void shouldWaitForWhatIsNotVisibleYet() {
    released.add(version(1, false));
    horizon = NOW;

    assertThat(look(1, false, MACHINE)).isEqualTo(new Found.NotYet());
  }

  @Test
  void shouldSendNobodyWhatWasTakenBackSince() {
    released.add(version(1, false));
    released.add(version(2, true));

    assertThat(look(1, false, MACHINE)).isInstanceOf(Found.Gone.class);
    assertThat(look(1, false, ANALYST)).as("the team either").isInstanceOf(Found.Gone.class);
    assertThat(look(2, true, MACHINE)).isEqualTo(new Found.Shown(released.getLast()));
  }

  @Test
  void shouldSendNobodyWhatTheyMayNotSeeOrWhatMayNotLeaveThatWay() {
    released.add(version(1, false));
    tlp = Tlp.AMBER;
    assertThat(look(1, false, MACHINE)).isInstanceOf(Found.Gone.class);

    tlp = Tlp.RED;
    assertThat(look(1, false, ANALYST)).isInstanceOf(Found.Gone.class);
    assertThat(contents().look(item(1, false), ANALYST, Exit.PERSON))
        .isInstanceOf(Found.Shown.class);
  }

  private Found look(int number, boolean recall, Reader reader) {
    return contents().look(item(number, recall), reader, Exit.WEBHOOK);
  }

  private Contents contents() {
    return new Contents(new Versions(), new Journal());
  }

  private static DeliveryItem item(int number, boolean recall) {
    return new DeliveryItem(
        WARNING,
        "W-2026-000001",
        number,
        recall,
        NOW.plusSeconds(number),
        UUID.randomUUID(),
        "machine",
        null,
        DeliveryChannel.WEBHOOK);
  }

  private static StoredVersion version(int number, boolean revoked) {
    StixObject report =
        new StixObject(
            (ObjectNode)
                StixJson.MAPPER.readTree(
                    "{\"type\": \"report\", \"id\": \"report--%s\", \"revoked\": %s}"
                        .formatted(WARNING, revoked)));
    return new StoredVersion(
        NOW.plusSeconds(number), "c" + number, report, List.of(report), number);
  }

  /** All of one level. */
  private final class Versions implements StixVersions {
    @Override
    public Page<StoredVersion> page(VersionQuery query, SharingFilter filter, Instant until) {
      Instant after = query.after();
      List<StoredVersion> found =
          filter.admits(Marked.of(tlp, "lead")) && after != null
              ? released.stream().filter(one -> one.added().isAfter(after)).toList()
              : List.of();
      return new Page<>(found, "c", false);
    }

    @Override
    public List<StoredVersion> at(
        End end,
        List<StoredVersion> some,
        VersionQuery query,
        SharingFilter filter,
        Instant until) {
      throw new UnsupportedOperationException("nobody asks for ends");
    }
  }

  private final class Journal implements JournalReader {
    @Override
    public Instant horizon() {
      return horizon;
    }

    @Override
    public JournalProof verify() {
      throw new UnsupportedOperationException("nobody asks for a proof");
    }
  }
}
