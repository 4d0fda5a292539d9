package org.tocsin.bench;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** Sends a report in by the front door and waits until all of it can be found. */
final class PipelineRun {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final Target target;

  PipelineRun(Target target) {
    this.target = target;
  }

  double seconds(byte[] report, String provider) {
    long start = System.nanoTime();
    String receipt =
        target
            .api(
                "POST",
                "/api/reports?provider=" + provider + "&feed=bench&name=scan_http.csv",
                HttpRequest.BodyPublishers.ofByteArray(report))
            .path("receipt")
            .asString();
    while (!isComplete(receipt)) {
      if (System.nanoTime() - start > LIMIT.toNanos()) {
        throw new IllegalStateException("not complete after " + LIMIT);
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private boolean isComplete(String receipt) {
    JsonNode account =
        target.api("GET", "/api/reports/" + receipt, HttpRequest.BodyPublishers.noBody());
    return account.path("state").asString().equals("complete");
  }
}
