package org.tocsin.ingest.unpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.ingest.Bytes;
import org.tocsin.ingest.refusal.Refusal;
import org.tocsin.ingest.refusal.RetryableRefusalException;

class SpoolsTest {
  private static final long MIB = 1 << 20;

  @TempDir Path folder;

  @Test
  void shouldKeepAsMuchAsAskedAndLeaveTheRest() throws IOException {
    byte[] table = Bytes.table(5_000);
    InputStream in = new ByteArrayInputStream(table);

    try (Spool spool = spools(folder).take(in, 100_000)) {
      assertThat(spool.size()).isEqualTo(100_000);
      byte[] all = Bytes.join(spool.open().readAllBytes(), in.readAllBytes());
      assertThat(all).isEqualTo(table);
      assertThat(spool.open().readAllBytes()).hasSize(100_000);
      assertThat(folder).isEmptyDirectory();
    }
  }

  @Test
  void shouldAskToComeAgainWhileThereIsNoRoom() {
    Spools spools = spools(folder);
    Spool first = spools.take(Bytes.zeros(1), 4 * MIB);

    assertBusy(() -> spools.take(Bytes.zeros(1), MIB));

    first.close();
    spools.take(Bytes.zeros(1), 4 * MIB).close();
  }

  @Test
  void shouldGiveTheRoomBackWhenTheStreamFails() {
    Spools spools = spools(folder);
    InputStream broken =
        new InputStream() {
          @Override
          public int read() {
            throw new IllegalStateException("broken");
          }
        };
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> spools.take(broken, 4 * MIB))
          .isInstanceOf(IllegalStateException.class);
    }
    spools.take(Bytes.zeros(1), 4 * MIB).close();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void shouldAskToComeAgainWhereThereIsNoFolder() {
    assertBusy(() -> spools(folder.resolve("missing")).take(Bytes.zeros(1), 1));
  }

  private static void assertBusy(Runnable action) {
    assertThatThrownBy(action::run)
        .isInstanceOfSatisfying(
            RetryableRefusalException.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.BUSY));
  }

  private static Spools spools(Path folder) {
    return new Spools(folder, 4 * MIB, Duration.ofMillis(50));
  }
}
