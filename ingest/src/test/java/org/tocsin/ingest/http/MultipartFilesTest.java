package org.tocsin.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.ingest.Bytes;
import org.tocsin.ingest.refusal.RefusedException;

class MultipartFilesTest {
  private record File(String name, String type, byte[] bytes) {}

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 1000, 1 << 20})
  void shouldFindBoundariesHoweverTheBytesArrive(int chunk) {
    byte[] tricky = Bytes.utf8("\r\n--boundar\r\n--boundar\r\r\n--\r\n--bound");
    byte[] random = new byte[200_000];
    new Random(5).nextBytes(random);

    List<File> files =
        files(
            chunk,
            Bytes.utf8("a preamble\r\n--boundary \r\nContent-Disposition: x; filename=a\r\n\r\n"),
            tricky,
            Bytes.utf8("\r\n--boundary\r\ncontent-disposition:x;filename=\"b\"\r\n\r\n"),
            random,
            Bytes.utf8("\r\n--boundary\r\nContent-Type: text/csv\r\n\r\n"),
            Bytes.utf8("\r\n--boundary--"));

    assertThat(files).extracting(File::name).containsExactly("a", "b", null);
    assertThat(files.get(0).bytes()).isEqualTo(tricky);
    assertThat(files.get(1).bytes()).isEqualTo(random);
    assertThat(files.get(2).type()).isEqualTo("text/csv");
    assertThat(files.get(2).bytes()).isEmpty();
  }

  @Test
  void shouldReadNamesAsUtf8() {
    assertThat(
            files(
                100,
                Bytes.utf8("--boundary\r\nContent-Disposition: form-data; filename=\"ä.csv\"\r\n"),
                Bytes.utf8("\r\nx\r\n--boundary--\r\nan epilogue")))
        .extracting(File::name)
        .containsExactly("ä.csv");
  }

  @Test
  void shouldPassOverWhatWasNotRead() throws IOException {
    List<String> names = new ArrayList<>();
    byte[] body =
        Bytes.join(
            Bytes.utf8("--boundary\r\nContent-Disposition: x; filename=a\r\n\r\n"),
            new byte[500_000],
            Bytes.utf8(
                "\r\n--boundary\r\nContent-Disposition: x; filename=b\r\n\r\n\r\n--boundary--"));

    new MultipartFiles(new ByteArrayInputStream(body), "boundary")
        .forEach((in, head) -> names.add(head.name()));

    assertThat(names).containsExactly("a", "b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nothing at all",
        "--boundary",
        "--boundary\r\n",
        "--boundary\r\nContent-Disposition: x; filename=a\r\n",
        "--boundary\r\nContent-Disposition: x; filename=a\r\n\r\nunended",
        "--boundary\r\nContent-Disposition: x; filename=a\r\n\r\nx\r\n--boundary",
        "--boundary\r\nContent-Disposition: x; filename=a\r\n\r\nx\r\n--boundaryjunk\r\n",
        "--boundary\r\nContent-Disposition: form-data; name=field\r\n\r\nx\r\n--boundary--",
        "--boundary\r\nContent-Type: a/b\r\nContent-Transfer-Encoding: base64\r\n\r\n\r\n--boundary--",
      })
  void shouldRefuseWhatIsBroken(String body) {
    assertThatThrownBy(() -> files(10, Bytes.utf8(body))).isInstanceOf(RefusedException.class);
  }

  @Test
  void shouldRefuseEndlessHeads() {
    assertThatThrownBy(() -> files(999, Bytes.utf8("--boundary\r\n" + "x".repeat(100_000))))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> files(999, Bytes.utf8("--boundary\r\n" + "a: b\r\n".repeat(1_000))))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> files(999, new byte[1 << 20])).isInstanceOf(RefusedException.class);
  }

  private static List<File> files(int chunk, byte[]... body) {
    List<File> files = new ArrayList<>();
    try {
      new MultipartFiles(new Dribble(Bytes.join(body), chunk), "boundary")
          .forEach((in, head) -> files.add(new File(head.name(), head.contentType(), all(in))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private static byte[] all(InputStream in) {
    try {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives few bytes at a time. */
  private static final class Dribble extends ByteArrayInputStream {
    private final int chunk;

    Dribble(byte[] bytes, int chunk) {
      super(bytes);
      this.chunk = chunk;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      return super.read(buffer, offset, Math.min(length, chunk));
    }
  }
}
