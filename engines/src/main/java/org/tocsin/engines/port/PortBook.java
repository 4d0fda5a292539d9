package org.tocsin.engines.port;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.function.Consumer;

/**
 * The ports of one engine, remembered in a file so that they stay the same between runs where
 * possible.
 */
public final class PortBook {

  private final Path file;
  private final PortPolicy policy;
  private final Consumer<String> report;

  /**
   * Opens the book.
   *
   * @param file where the ports are kept; made when missing
   * @param policy what to ask for first
   * @param report is told in one line when a wanted port is taken, and by whom
   */
  public PortBook(Path file, PortPolicy policy, Consumer<String> report) {
    this.file = file;
    this.policy = policy;
    this.report = report;
  }

  /**
   * Chooses a port that is free now and remembers it.
   *
   * @param use what it is for, such as {@code http}
   * @param usual the port everybody knows
   * @throws UncheckedIOException when the file cannot be read or written
   */
  public synchronized int choose(String use, int usual) {
    try {
      Properties ports = read();
      int wanted =
          Integer.parseInt(ports.getProperty(use, policy == PortPolicy.USUAL ? "" + usual : "0"));
      int chosen = wanted != 0 && LoopbackPort.isFree(wanted) ? wanted : anotherThan(wanted);
      ports.setProperty(use, Integer.toString(chosen));
      write(ports);
      return chosen;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep ports in " + file, e);
    }
  }

  private int anotherThan(int wanted) {
    int chosen = LoopbackPort.anyFree();
    if (wanted != 0) {
      report.accept(
          "port %d is taken by %s; using %d".formatted(wanted, PortOwner.describe(wanted), chosen));
    }
    return chosen;
  }

  private Properties read() throws IOException {
    Properties ports = new Properties();
    if (Files.exists(file)) {
      try (InputStream in = Files.newInputStream(file)) {
        ports.load(in);
      }
    }
    return ports;
  }

  private void write(Properties ports) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (OutputStream out = Files.newOutputStream(file)) {
      ports.store(out, "Ports on 127.0.0.1, kept between runs");
    }
  }
}
