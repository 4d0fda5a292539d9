package org.tocsin.ingest.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.ingest.Bytes;
import org.tocsin.ingest.unpack.Spools;

class ReadAheadTest {
  private static final byte[] TABLE = Bytes.table(10_000);

  @TempDir Path folder;

  @Test
  void shouldGiveEveryByteOnceHoweverFarItReadAhead() throws IOException {
    Spools spools = new Spools(folder, 64L << 20, Duration.ofMillis(50));
    byte[] all = new byte[0];
    try (ReadAhead in = new ReadAhead(new ByteArrayInputStream(TABLE), spools)) {
      for (int ahead : new int[] {10, 5_000, 4_000, 100_000, 100_000, 10_000_000}) {
        in.ahead(ahead);
        all = Bytes.join(all, in.readNBytes(3_000));
      }
      all = Bytes.join(all, in.readAllBytes());
    }

    assertThat(all).isEqualTo(TABLE);
  }

  @Test
  void shouldGiveAllDiskBack() {
    Spools spools = new Spools(folder, 2L << 20, Duration.ofMillis(50));
    for (int i = 0; i < 5; i++) {
      ReadAhead in = new ReadAhead(new ByteArrayInputStream(TABLE), spools);
      in.ahead(1_000);
      in.ahead(200_000);
      in.close();
    }
    spools.take(Bytes.zeros(1), 2L << 20).close();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void shouldNotAskAStreamThatHasEnded() {
    Spools spools = new Spools(folder, 2L << 20, Duration.ofMillis(50));
    try (ReadAhead in = new ReadAhead(new ByteArrayInputStream(TABLE), spools)) {
      for (int i = 0; i < 5; i++) {
        in.ahead(1L << 20);
      }
      assertThat(in).hasBinaryContent(TABLE);
    }
  }
}
