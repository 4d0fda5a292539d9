package org.tocsin.ingest.unpack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.ingest.Bytes;

class PackagingTest {
  private static final byte[] ZIP = Bytes.zip("a", new byte[1]);
  private static final byte[] GZIP = Bytes.gzip(new byte[1]);

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "application/zip",
        "Application/X-Zip-Compressed; x=y",
        "application/octet-stream",
        "application/x-www-form-urlencoded"
      })
  void shouldKnowAnArchive(String contentType) {
    assertThat(Packaging.of(contentType, ZIP)).isEqualTo(Packaging.ZIP);
    assertThat(Packaging.of(contentType, Bytes.zip())).isEqualTo(Packaging.ZIP);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"application/gzip", "application/octet-stream"})
  void shouldKnowGzip(String contentType) {
    assertThat(Packaging.of(contentType, GZIP)).isEqualTo(Packaging.GZIP);
  }

  @Test
  void shouldBelieveTheBytesAndNotTheType() {
    assertThat(Packaging.of("application/zip", Bytes.utf8("a,b"))).isEqualTo(Packaging.NONE);
    assertThat(Packaging.of("application/gzip", ZIP)).isEqualTo(Packaging.NONE);
    assertThat(Packaging.of(null, Bytes.utf8("P"))).isEqualTo(Packaging.NONE);
  }

  @Test
  void shouldLeaveDocumentsClosed() {
    assertThat(Packaging.of("application/java-archive", ZIP)).isEqualTo(Packaging.NONE);
    assertThat(Packaging.of("text/csv", GZIP)).isEqualTo(Packaging.NONE);
  }
}
