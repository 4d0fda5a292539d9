package org.tocsin.stream;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.tocsin.model.report.Lane;
import org.tocsin.model.report.RawLocation;

/** Sends whole submissions in. */
public record Submitter(ReportLog log) {
  /** One submission of that many raw records with a few rows each. */
  public List<RawLocation> submit(Lane lane, int rawRecords) {
    UUID receipt = UUID.randomUUID();
    List<CompletableFuture<RawLocation>> answers =
        IntStream.range(0, rawRecords)
            .mapToObj(n -> log.append(lane, RawRecords.rows(receipt, n, 1 + n % 7)))
            .toList();
    return answers.stream().map(answer -> answer.orTimeout(20, TimeUnit.SECONDS).join()).toList();
  }
}
