package org.tocsin.ingest.unpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.tocsin.ingest.Bytes;
import org.tocsin.ingest.refusal.Refusal;
import org.tocsin.ingest.refusal.RefusedException;

class GzipInputTest {
  private static final byte[] TABLE = Bytes.table(5_000);

  @Test
  void shouldUnpack() throws IOException {
    assertThat(unpacked(Bytes.gzip(TABLE))).isEqualTo(TABLE);
    assertThat(unpacked(Bytes.gzip(new byte[0]))).isEmpty();
  }

  @Test
  void shouldReadManyMembersAsOneAndPaddingAsNothing() throws IOException {
    byte[] packed = Bytes.join(Bytes.gzip(TABLE), Bytes.gzip(Bytes.utf8("end")), new byte[512]);

    assertThat(unpacked(packed)).isEqualTo(Bytes.join(TABLE, Bytes.utf8("end")));
  }

  @Test
  void shouldSurviveAMegabyteOfEmptyMembers() throws IOException {
    byte[] empty = Bytes.gzip(new byte[0]);
    ByteArrayOutputStream many = new ByteArrayOutputStream();
    for (int i = 0; i < 60_000; i++) {
      many.writeBytes(empty);
    }

    assertThat(unpacked(many.toByteArray())).isEmpty();
  }

  @Test
  void shouldPassOverTheOptionalParts() throws IOException {
    byte[] plain = Bytes.gzip(TABLE);
    byte[] head = Arrays.copyOf(plain, 10);
    head[3] = 2 | 4 | 8 | 16;
    byte[] optional = Bytes.utf8("\u0003\0abcname.csv\0a comment\0xx");

    byte[] packed = Bytes.join(head, optional, Arrays.copyOfRange(plain, 10, plain.length));

    assertThat(unpacked(packed)).isEqualTo(TABLE);
  }

  @Test
  void shouldSayWhereItIsNotGzip() {
    byte[] packed = Bytes.gzip(TABLE);
    byte[] cut = Arrays.copyOf(packed, packed.length / 2);
    byte[] withoutTrailer = Arrays.copyOf(packed, packed.length - 3);
    byte[] damaged = packed.clone();
    damaged[packed.length / 2] ^= 0x11;
    byte[] wrongSum = packed.clone();
    wrongSum[packed.length - 6] ^= 0x11;
    byte[] followed = Bytes.join(packed, Bytes.utf8("more"));
    byte[] endlessName = Bytes.join(Arrays.copyOf(packed, 10), Bytes.utf8("x".repeat(70_000)));
    endlessName[3] = 8;

    for (byte[] broken :
        new byte[][] {
          cut, withoutTrailer, damaged, wrongSum, followed, endlessName, TABLE, new byte[0]
        }) {
      assertThatThrownBy(() -> unpacked(broken))
          .isInstanceOfSatisfying(
              RefusedException.class,
              e -> assertThat(e.refusal()).isEqualTo(Refusal.UNREADABLE_BODY));
    }
  }

  @Test
  void shouldStopABombEarly() {
    byte[] bomb = Bytes.gzip(new byte[128 * 1024 * 1024]);
    AtomicLong read = new AtomicLong();
    CountedInput counted = new CountedInput(new ByteArrayInputStream(bomb), read::set);

    assertThatThrownBy(() -> drain(Unpacked.gzip(counted, UnpackLimits.DEFAULTS)))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.TOO_LARGE));

    assertThat(read).hasValueLessThan(bomb.length / 4);
  }

  @Test
  void shouldNotMindSmallFilesThatPackWell() throws IOException {
    byte[] repetitive = new byte[4 * 1024 * 1024];

    assertThat(drain(Unpacked.gzip(new ByteArrayInputStream(Bytes.gzip(repetitive)), limits())))
        .isEqualTo(repetitive.length);
  }

  private static UnpackLimits limits() {
    return UnpackLimits.DEFAULTS;
  }

  private static byte[] unpacked(byte[] packed) throws IOException {
    InputStream dribbling =
        new InputStream() {
          private final InputStream in = new ByteArrayInputStream(packed);

          @Override
          public int read() throws IOException {
            return in.read();
          }

          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            return in.read(buffer, offset, Math.min(length, 777));
          }
        };
    try (InputStream in = Unpacked.gzip(dribbling, limits())) {
      return in.readAllBytes();
    }
  }

  private static long drain(InputStream in) throws IOException {
    byte[] nowhere = new byte[8192];
    long all = 0;
    for (int read = in.read(nowhere); read >= 0; read = in.read(nowhere)) {
      all += read;
    }
    return all;
  }
}
