package org.tocsin.ingest.unpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.ingest.Bytes;
import org.tocsin.ingest.refusal.Refusal;
import org.tocsin.ingest.refusal.RefusedException;

class ZipArchiveTest {
  private static final byte[] TABLE = Bytes.table(50);

  @TempDir Path folder;
  private Spools spools;

  @BeforeEach
  void begin() {
    spools = new Spools(folder, 1L << 30, Duration.ofMillis(50));
  }

  @Test
  void shouldHandOverFilesInOrder() {
    assertThat(files(Bytes.zip("a", TABLE, "b/", new byte[0], "b/c", Bytes.utf8("c"))))
        .containsExactly("a " + TABLE.length, "b/c 1");
  }

  @Test
  void shouldReadFilesThatAreNotPacked() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      ZipEntry entry = new ZipEntry("stored");
      CRC32 crc = new CRC32();
      crc.update(TABLE);
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(TABLE.length);
      entry.setCrc(crc.getValue());
      zip.putNextEntry(entry);
      zip.write(TABLE);
      zip.setComment("a comment");
    }

    assertThat(files(packed.toByteArray())).containsExactly("stored " + TABLE.length);
  }

  @Test
  void shouldTellWhatCannotBeUnpacked() {
    byte[] archive = Bytes.zip("a", TABLE, "b", TABLE);
    byte[] damaged = archive.clone();
    damaged[50] ^= 1;
    byte[] encrypted = archive.clone();
    encrypted[6] |= 1;
    byte[] oneFileMissing = archive.clone();
    oneFileMissing[oneFileMissing.length - 12]++;
    byte[] headless = Bytes.join(Bytes.utf8("PK\u0003\u0004"), TABLE);

    assertThat(isSound(archive)).isTrue();
    for (byte[] broken :
        new byte[][] {
          damaged,
          encrypted,
          oneFileMissing,
          headless,
          Arrays.copyOf(archive, archive.length / 2),
          Arrays.copyOf(archive, archive.length - 1)
        }) {
      assertThat(isSound(broken)).isFalse();
    }
  }

  @Test
  void shouldStopUnpackingABomb() {
    byte[] bomb = Bytes.zip("zeros", new byte[300 * 1024 * 1024]);

    assertThatThrownBy(() -> isSound(bomb))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.TOO_LARGE));

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void shouldAddUpAllFiles() {
    UnpackLimits limits = new UnpackLimits(2L * TABLE.length, 200, 10, 1 << 20);
    open(Bytes.zip("a", TABLE, "b", TABLE), limits).close();

    assertThatThrownBy(() -> open(Bytes.zip("a", TABLE, "b", TABLE, "c", new byte[1]), limits))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void shouldReadNoMoreOfAnEndlessArchiveThanAllowed() {
    AtomicLong read = new AtomicLong();
    CountedInput endless = new CountedInput(Bytes.zeros(Long.MAX_VALUE), read::set);
    UnpackLimits limits = new UnpackLimits(1 << 30, 200, 10, 1 << 20);

    assertThatThrownBy(() -> ZipArchive.open(endless, -1, limits, spools))
        .isInstanceOf(RefusedException.class);

    assertThat(read).hasValue((1 << 20) + 1);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void shouldGiveItsDiskBack() {
    Spools little = new Spools(folder, 1 << 20, Duration.ofMillis(50));
    for (int i = 0; i < 5; i++) {
      ZipArchive.open(
              new ByteArrayInputStream(Bytes.zip("a", TABLE)), -1, UnpackLimits.DEFAULTS, little)
          .close();
    }
    assertThat(folder).isEmptyDirectory();
  }

  private boolean isSound(byte[] archive) {
    try (ZipArchive zip = open(archive, UnpackLimits.DEFAULTS)) {
      return zip.isSound();
    }
  }

  private List<String> files(byte[] archive) {
    List<String> files = new ArrayList<>();
    try (ZipArchive zip = open(archive, UnpackLimits.DEFAULTS)) {
      zip.forEach((name, size, bytes) -> {
        try {
          assertThat(bytes.readAllBytes()).hasSize((int) size);
          bytes.close();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        files.add(name + " " + size);
      });
    }
    return files;
  }

  private ZipArchive open(byte[] archive, UnpackLimits limits) {
    return ZipArchive.open(new ByteArrayInputStream(archive), archive.length, limits, spools);
  }
}
