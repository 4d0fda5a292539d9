package org.tocsin.ingest.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.formats.KnownFormats;
import org.tocsin.ingest.Bytes;
import org.tocsin.ingest.IngestBench;
import org.tocsin.model.account.Submission.State;

/** Real files of every kind, where they are at hand: each is kept to its last byte. */
class CorpusTest {
  @TempDir Path spool;

  @Test
  void shouldKeepEveryFileToItsLastByte() throws IOException {
    Path corpus = corpus();
    assumeTrue(corpus != null, "skipped: there is no shared/corpus beside the repository");
    IngestBench bench = new IngestBench(spool);
    bench.formats = FormatChoice.among(KnownFormats.all());
    for (Path file : files(corpus)) {
      Batch batch = bench.intake().batch();
      try (InputStream in = Files.newInputStream(file)) {
        batch.take(in, IngestBench.request().file(file.toString(), null, Files.size(file)));
      }

      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length > 0 && !batch.isPacked() && !file.toString().endsWith(".gz")) {
        assertThat(batch.taken()).as(file.toString()).hasSize(1);
        Receipt receipt = batch.taken().getFirst();
        assertThat(receipt.sha256()).as(file.toString()).isEqualTo(Bytes.sha256(bytes));
        assertThat(bench.log.bytesOf(receipt.id())).as(file.toString()).isEqualTo(bytes);
      }
    }
    assertThat(bench.log.submissions())
        .extracting(submission -> submission.state())
        .doesNotContain(State.ABORTED);
  }

  private static List<Path> files(Path corpus) throws IOException {
    try (Stream<Path> all = Files.walk(corpus)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  static Path corpus() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path corpus = at.resolve("shared").resolve("corpus");
      if (Files.isDirectory(corpus)) {
        return corpus;
      }
    }
    return null;
  }
}
