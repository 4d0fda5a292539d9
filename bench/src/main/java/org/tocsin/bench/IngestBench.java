package org.tocsin.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * How much of Elasticsearch's own bulk speed the whole pipeline keeps. The pipeline is timed from
 * the first byte of the POST until the account is complete, which is when every document can be
 * searched for. Then the very documents it made are read back and sent raw, in bulk, to an index
 * with the same mapping in the same Elasticsearch, and refreshed. Rounds alternate; the median
 * counts; one round beforehand warms both up.
 */
final class IngestBench {
  private static final int ROWS = 100_000;
  private static final int WARM_UP_ROWS = 30_000;
  private static final int ROUNDS = 3;

  private final Target target;

  IngestBench(Target target) {
    this.target = target;
  }

  void run() {
    round(WARM_UP_ROWS, "bench-warm-up-" + System.currentTimeMillis());
    List<Round> rounds = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      rounds.add(round(ROWS, "bench-" + System.currentTimeMillis()));
    }
    double pipeline = median(rounds.stream().map(Round::pipelineSeconds).toList());
    double raw = median(rounds.stream().map(Round::rawSeconds).toList());
    figure("pipeline", pipeline).print();
    figure("raw-bulk", raw)
        .with("bytes_per_document", rounds.getFirst().bytesPerDocument())
        .print();
    new Figure("ingest", "ratio")
        .with("pipeline_to_raw", raw / pipeline)
        .with("rounds", ROUNDS)
        .print();
  }

  /**
   * What one round took.
   *
   * @param pipelineSeconds from the POST to the complete account
   * @param rawSeconds the same documents in bulk, and a refresh
   * @param bytesPerDocument mean size of a document
   */
  private record Round(double pipelineSeconds, double rawSeconds, long bytesPerDocument) {}

  private Round round(int rows, String provider) {
    double pipeline =
        new PipelineRun(target).seconds(ReportFile.of(rows, provider.hashCode()), provider);
    try (StoredDocuments documents = StoredDocuments.of(target, provider)) {
      if (documents.count() != rows) {
        throw new IllegalStateException(documents.count() + " documents of " + rows + " rows");
      }
      return new Round(pipeline, new RawBulkRun(target).seconds(documents), documents.bytesEach());
    }
  }

  private static Figure figure(String name, double seconds) {
    return new Figure("ingest", name)
        .with("documents", ROWS)
        .with("seconds", seconds)
        .with("documents_per_second", ROWS / seconds);
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
