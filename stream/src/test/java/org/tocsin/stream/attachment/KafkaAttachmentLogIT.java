package org.tocsin.stream.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.junit.EngineAddresses;
import org.tocsin.engines.junit.UseEngines;
import org.tocsin.model.incident.Attachment.Place;
import org.tocsin.stream.AttachmentLog;
import org.tocsin.stream.TestStream;

@UseEngines(EngineKind.KAFKA)
class KafkaAttachmentLogIT {
  private static final UUID INCIDENT = UUID.randomUUID();
  private static final UUID COMMAND = UUID.randomUUID();

  private TestStream stream;
  private AttachmentLog log;

  @BeforeEach
  void open(EngineAddresses engines) {
    stream = TestStream.open(engines);
    log = new KafkaAttachmentLog(stream.connection());
  }

  @AfterEach
  void close() {
    log.close();
    stream.close();
  }

  @Test
  void shouldGiveBackEachFileByteForByte() {
    byte[] one = {0, -1, 13, 10, 0};
    byte[] other = "MZ this is not run".getBytes(StandardCharsets.UTF_8);
    UUID second = UUID.randomUUID();

    Place first = log.append(INCIDENT, COMMAND, one);
    Place next = log.append(INCIDENT, second, other);

    assertThat(next.partition()).as("of one incident").isEqualTo(first.partition());
    assertThat(log.read(INCIDENT, COMMAND, first)).isEqualTo(one);
    assertThat(log.read(INCIDENT, second, next)).isEqualTo(other);
  }

  @Test
  void shouldKeepTheLargestFileThereIs() {
    byte[] bytes = new byte[AttachmentLog.LARGEST];
    new Random(7).nextBytes(bytes);

    Place place = log.append(INCIDENT, COMMAND, bytes);

    assertThat(log.read(INCIDENT, COMMAND, place)).isEqualTo(bytes);
  }

  @Test
  void shouldRefuseAtOnceWhatIsTooLarge() {
    byte[] bytes = new byte[AttachmentLog.LARGEST + 1];

    assertThatIllegalArgumentException().isThrownBy(() -> log.append(INCIDENT, COMMAND, bytes));
  }

  @Test
  void shouldGiveNobodyTheFileOfAnotherCommandOrIncident() {
    Place place = log.append(INCIDENT, COMMAND, new byte[] {1});

    assertNothing(UUID.randomUUID(), COMMAND, place);
    assertNothing(INCIDENT, UUID.randomUUID(), place);
    assertNothing(INCIDENT, COMMAND, new Place(place.partition(), place.offset() + 1));
    assertNothing(INCIDENT, COMMAND, new Place(place.partition(), -1));
    assertNothing(INCIDENT, COMMAND, new Place(99, 0));
  }

  private void assertNothing(UUID incident, UUID command, Place place) {
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(() -> log.read(incident, command, place));
  }
}
