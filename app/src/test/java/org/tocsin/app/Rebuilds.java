package org.tocsin.app;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.tocsin.formats.Formats;
import org.tocsin.model.journal.Court;
import org.tocsin.store.Rebuild;
import org.tocsin.stream.ObservedLog;
import org.tocsin.stream.connection.StreamConnection;
import org.tocsin.stream.delivery.DeliveryReplay;
import org.tocsin.stream.journal.JournalReplay;
import org.tocsin.stream.lane.ReportReplay;
import org.tocsin.triage.normalise.Triage;
import org.tocsin.triage.projection.Projector;
import org.tocsin.triage.rebuild.Rebuilding;

/** Makes everything that readers see anew beside a program that runs. */
final class Rebuilds {
  private Rebuilds() {}

  static void run(Program program) {
    StreamConnection connection = program.bean(StreamConnection.class);
    try (ExecutorService portions = Executors.newFixedThreadPool(2)) {
      new Rebuilding(
              program.bean(Rebuild.class),
              new ReportReplay(connection),
              writer ->
                  new Triage(
                      program.bean(Formats.class),
                      program.bean(NodeIdentity.class),
                      writer,
                      ObservedLog.NOBODY,
                      portions,
                      new SimpleMeterRegistry()),
              new JournalReplay(connection),
              writer -> new Projector(program.bean(Court.class), writer),
              new DeliveryReplay(connection))
          .run((read, total) -> {});
    }
  }
}
