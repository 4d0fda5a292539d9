package org.tocsin.triage.normalise;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.formats.Format;
import org.tocsin.formats.Sample;
import org.tocsin.formats.framing.Framing;
import org.tocsin.model.report.Accepted;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.Normalised;
import org.tocsin.model.report.Observation;
import org.tocsin.model.report.RawRecord;
import org.tocsin.model.report.Reject;
import org.tocsin.model.report.RejectReason;
import org.tocsin.model.report.Suppressed;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.store.StoreUnavailableException;

/**
 * A format for tests: each line is a record, {@code bad} is rejected, {@code mute} suppressed,
 * {@code bug} makes it throw, {@code away} as well, as if it had asked the store.
 */
final class LineFormat implements Format {
  static final String NAME = "lines";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int version() {
    return 3;
  }

  @Override
  public int recognise(Sample sample) {
    return 0;
  }

  @Override
  public Framing framing() {
    return Framing.ROWS;
  }

  @Override
  public Normalised normalise(RawRecord raw, NodeNamespace namespace) {
    List<Accepted> accepted = new ArrayList<>();
    List<Reject> rejects = new ArrayList<>();
    List<Suppressed> suppressed = new ArrayList<>();
    String[] lines = new String(raw.bytes(), StandardCharsets.UTF_8).split("\n");
    for (int i = 0; i < lines.length; i++) {
      switch (lines[i]) {
        case "away" -> throw new StoreUnavailableException("away", new IOException());
        case "bug" -> throw new IllegalStateException("a bug");
        case "bad" -> rejects.add(new Reject(i, 1L + i, null, RejectReason.BAD_VALUE, "bad"));
        case "mute" -> suppressed.add(new Suppressed(i, "muted"));
        case "lost" -> {}
        default -> {
          for (String fact : lines[i].split("[+]")) {
            accepted.add(new Accepted(i, 0, lines[i].length(), observation(raw, namespace, fact)));
          }
        }
      }
    }
    return new Normalised(accepted, rejects, suppressed);
  }

  private static Observation observation(RawRecord raw, NodeNamespace namespace, String fact) {
    return new Observation(
        namespace.contentId(raw.origin(), NAME, List.of(fact.getBytes(StandardCharsets.UTF_8))),
        fact.startsWith("scan now") ? raw.collectedAt() : Instant.EPOCH,
        fact.startsWith("scan") ? Rsit.SCANNER : null,
        null,
        Tlp.AMBER,
        List.of());
  }
}
