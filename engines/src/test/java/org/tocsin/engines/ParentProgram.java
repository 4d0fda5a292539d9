package org.tocsin.engines;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.tocsin.engines.port.PortPolicy;
import org.tocsin.engines.process.ProcessListener;

/** Starts a broker, says its process id, and stays: to be killed by a test. */
final class ParentProgram {

  private ParentProgram() {}

  public static void main(String[] args) throws Exception {
    Engines engines =
        Engines.start(
            Path.of(args[0]), Set.of(EngineKind.KAFKA), PortPolicy.ANY, ProcessListener.SILENT);
    System.out.println("pid " + engines.get(EngineKind.KAFKA).pid().orElseThrow());
    new CountDownLatch(1).await();
  }
}
